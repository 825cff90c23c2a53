import type { RunnerId } from "@legwork/core/record";
import { customType, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A coach's group of runners. */
export const squad = pgTable(
  "squad",
  {
    squadId: uuid("squad_id").primaryKey(),
    name: text("name").notNull(),
    /** Account of the coach. */
    coach: text("coach").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  // squadsOfCoach
  (table) => [index("squad_coach").on(table.coach)],
);

/** An index only: the grant decides, and is written first. */
export const squadMember = pgTable(
  "squad_member",
  {
    squadId: uuid("squad_id").notNull(),
    runnerId: uuid("runner_id").$type<RunnerId>().notNull(),
    since: moment("since").notNull().defaultNow(),
  },
  // runnersOfSquad: a page in the order of runner ids.
  (table) => [primaryKey({ columns: [table.squadId, table.runnerId] })],
);

/** An offer to join a squad; works once. */
export const invitation = pgTable(
  "invitation",
  {
    squadId: uuid("squad_id").notNull(),
    /** SHA-256 of the code: reading the database invites nobody. */
    codeHash: bytes("code_hash").notNull(),
    read: text("read").array().notNull(),
    write: text("write").array().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    usedBy: text("used_by"),
    usedAt: moment("used_at"),
  },
  (table) => [
    primaryKey({ columns: [table.squadId, table.codeHash] }),
    // readInvitation, useInvitation: a person has the code and not the squad.
    index("invitation_code").on(table.codeHash),
  ],
);
