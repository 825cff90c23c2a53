import { createRunner, type Db, inTransaction, schema } from "@legwork/db";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Logger } from "pino";
import { loggableError } from "../middleware/loggable-error";
import { randomRunnerId } from "./runner-of";

export interface AccountsOptions {
  readonly db: Db;
  readonly publicUrl: string;
  readonly origins: readonly string[];
  readonly secret: string;
  readonly logger: Logger;
}

const DAY_S = 24 * 60 * 60;
/** A phone that trains once a season stays signed in. Our own choice. */
export const SESSION_DAYS = 90;
/** A session that is used is prolonged to its full length at most this often. Our own choice. */
export const RENEW_AFTER_DAYS = 1;
/** Of a password, as better-auth counts it; no further rules, length is what helps. Our own choice. */
export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_MAX = 128;

const COOKIE_PREFIX = "legwork";

/** Cookie that holds the session; browsers keep a `__Secure-` one to https. */
export function sessionCookieName(publicUrl: string): string {
  return `${publicUrl.startsWith("https:") ? "__Secure-" : ""}${COOKIE_PREFIX}.session_token`;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** E-mail and password, sessions in the database. Nothing here needs a mail server. */
export function createAccounts({ db, publicUrl, origins, secret, logger }: AccountsOptions) {
  return betterAuth({
    appName: "Legwork",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins: [...origins],
    database: drizzleAdapter(db.orm, { provider: "pg", schema, transaction: true }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
    },
    session: { expiresIn: SESSION_DAYS * DAY_S, updateAge: RENEW_AFTER_DAYS * DAY_S },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: publicUrl.startsWith("https:"),
      // Our own limiter counts per address before requests come here, and we keep no addresses of people.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: "warn",
      // What else better-auth has to say names the e-mail.
      log: (level, message, ...details) => {
        const errors = details.filter((detail) => detail instanceof Error).map(loggableError);
        logger[level === "error" ? "error" : "warn"]({ errors }, message);
      },
    },
    onAPIError: { throw: true },
    databaseHooks: {
      user: {
        create: {
          async after(user) {
            await inTransaction(db, (tx) => createRunner(tx, { account: user.id, runner: randomRunnerId() }));
          },
        },
      },
    },
  });
}
