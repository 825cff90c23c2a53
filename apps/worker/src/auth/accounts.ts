import { createRunner, type Db, inTransaction, schema } from "@legwork/db";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { emailOTP } from "better-auth/plugins/email-otp";
import type { Logger } from "pino";
import { loggableError } from "../middleware/loggable-error";
import { CODE_MINUTES, codeMail } from "./code-mail";
import type { SendMail } from "./mail";
import { randomRunnerId } from "./runner-of";

export interface AccountsOptions {
  readonly db: Db;
  readonly publicUrl: string;
  readonly origins: readonly string[];
  readonly secret: string;
  readonly logger: Logger;
  /** Null = no mail server: no codes are sent. */
  readonly sendMail: SendMail | null;
  /** Null = scrypt as better-auth has it, the only one that a server runs with. */
  readonly passwords: Passwords | null;
}

/** How passwords are kept: hashed once, compared at each sign-in. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (kept: { readonly hash: string; readonly password: string }) => Promise<boolean>;
}

const DAY_S = 24 * 60 * 60;
/** A phone that trains once a season stays signed in. Our own choice. */
export const SESSION_DAYS = 90;
/** A session that is used is prolonged to its full length at most this often. Our own choice. */
export const RENEW_AFTER_DAYS = 1;
/** Of a password, as better-auth counts it; no further rules, length is what helps. Our own choice. */
export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_MAX = 128;

/** Digits of a code, and wrong ones after which it is used up. Our own choice: one in 10 million guesses right. */
const CODE_LENGTH = 8;
const CODE_TRIES_MAX = 10;

const COOKIE_PREFIX = "legwork";

/** Cookie that holds the session; browsers keep a `__Secure-` one to https. */
export function sessionCookieName(publicUrl: string): string {
  return `${publicUrl.startsWith("https:") ? "__Secure-" : ""}${COOKIE_PREFIX}.session_token`;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** E-mail and password, sessions in the database; codes by e-mail where there is a mail server. */
export function createAccounts({ db, publicUrl, origins, secret, logger, sendMail, passwords }: AccountsOptions) {
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
      revokeSessionsOnPasswordReset: true,
      ...(passwords === null ? {} : { password: passwords }),
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
    plugins: [
      emailOTP({
        otpLength: CODE_LENGTH,
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: CODE_TRIES_MAX,
        storeOTP: "hashed",
        disableSignUp: true,
        changeEmail: { enabled: true },
        // Nobody waits for the mail server: how long it takes would tell whether there is an account.
        async sendVerificationOTP(code) {
          sendMail?.(codeMail(code)).catch((error: unknown) => {
            logger.error({ err: loggableError(error) }, "a code could not be sent");
          });
        },
      }),
    ],
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
