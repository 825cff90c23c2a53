import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

// Shapes and key names are better-auth's: its Drizzle adapter looks columns up by these property names.
const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A person who can sign in. */
export const user = pgTable("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  createdAt: moment("created_at").notNull().defaultNow(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});

/** A signed-in browser. */
export const session = pgTable(
  "session",
  {
    id: text("id").primaryKey(),
    expiresAt: moment("expires_at").notNull(),
    token: text("token").notNull().unique(),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
  },
  // better-auth: all sessions of a user, to end them with a new password.
  (table) => [index("session_user_id").on(table.userId)],
);

/** A way to sign in: the password hash, later a passkey or a provider. */
export const account = pgTable(
  "account",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: moment("access_token_expires_at"),
    refreshTokenExpiresAt: moment("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    // better-auth: the credentials of a user at sign-in.
    index("account_user_id").on(table.userId),
    // better-auth: whose sign-in is this at that provider; one person each.
    uniqueIndex("account_provider_account").on(table.providerId, table.accountId),
  ],
);

/** Codes on their way: a new password, an e-mail to confirm. */
export const verification = pgTable(
  "verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  // better-auth: the code somebody just typed.
  (table) => [index("verification_identifier").on(table.identifier)],
);

/** Tries to get into an account, shared by all servers on this database. */
export const rateLimit = pgTable(
  "rate_limit",
  {
    id: text("id").primaryKey(),
    // takeAttempt: HMAC of what is counted, so that the table names nobody.
    key: text("key").notNull().unique(),
    count: integer("count").notNull(),
    /** Epoch ms of the last try that got through. */
    lastRequest: bigint("last_request", { mode: "number" }).notNull(),
    /** Epoch ms when counting begins anew. */
    endsAt: bigint("ends_at", { mode: "number" }).notNull(),
  },
  // sweepAttempts
  (table) => [index("rate_limit_ends_at").on(table.endsAt)],
);

/** Addresses from which somebody has signed in, as HMACs: nobody else's wrong tries slow these down. */
export const knownClient = pgTable(
  "known_client",
  {
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    clientHash: bytes("client_hash").notNull(),
    seenAt: moment("seen_at").notNull().defaultNow(),
  },
  // isKnownClient
  (table) => [primaryKey({ columns: [table.userId, table.clientHash] })],
);

/** Sessions that were live when their account was deleted: each device is told once more, and nobody can sign in with a hash. */
export const deletedSession = pgTable("deleted_session", {
  /** SHA-256 of the session's token. */
  tokenHash: bytes("token_hash").primaryKey(),
  deletedAt: moment("deleted_at").notNull().defaultNow(),
});

/** Deletions that are not in the file outside the database yet; a row lives for moments. */
export const deletionNote = pgTable("deletion_note", {
  account: text("account").primaryKey(),
  at: moment("at").notNull(),
  tokenHashes: bytes("token_hashes").array().notNull(),
});
