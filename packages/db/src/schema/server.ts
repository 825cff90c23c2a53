import { pgTable, smallint, timestamp, uuid } from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** One row: which life of the server this is. A restore begins a new one; a runner whose head knows another has not been met since. */
export const serverState = pgTable("server_state", {
  // readHead, lockHead: compared with the head's own.
  id: smallint("id").primaryKey().default(1),
  epoch: uuid("epoch").notNull().defaultRandom(),
  restoredAt: moment("restored_at"),
});
