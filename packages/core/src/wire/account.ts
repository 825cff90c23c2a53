import * as v from "valibot";

/** Which ways of signing in this server offers. */
export const SignInWays = v.pipe(
  v.object({
    password: v.boolean(),
    /** A code by e-mail: only where the server can send e-mail. */
    emailCode: v.boolean(),
    passkey: v.boolean(),
  }),
  v.readonly(),
);
export type SignInWays = v.InferOutput<typeof SignInWays>;

/** A browser that is signed in. */
export const AccountSession = v.pipe(
  v.object({
    /** Not the session's token: nobody signs in with it. */
    id: v.string(),
    since: v.string(),
    /** To the day. */
    lastUsed: v.string(),
    /** Names as their makers write them; null when it is not known. */
    browser: v.nullable(v.string()),
    system: v.nullable(v.string()),
    isCurrent: v.boolean(),
  }),
  v.readonly(),
);
export type AccountSession = v.InferOutput<typeof AccountSession>;

/** The asking one first, then the last used. */
export const AccountSessions = v.pipe(v.object({ sessions: v.array(AccountSession) }), v.readonly());
export type AccountSessions = v.InferOutput<typeof AccountSessions>;

/** `codeSent`: the new address has to prove itself first. */
export const EmailChange = v.pipe(v.object({ status: v.picklist(["changed", "codeSent"]) }), v.readonly());
export type EmailChange = v.InferOutput<typeof EmailChange>;
