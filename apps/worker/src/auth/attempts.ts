import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import {
  type AttemptLimit,
  type Db,
  forgetAttempts,
  giveBackAttempt,
  isKnownClient,
  rememberClient,
  sweepAttempts,
  takeAttempt,
} from "@legwork/db";
import { parse, serialize } from "hono/utils/cookie";
import { clientKey } from "../middleware/rate-limit";
import { ProblemError } from "../problem";

/** What somebody tries: to know a password, to know a code, to have a code sent. */
export type AttemptKind = "password" | "code" | "mail";

interface Limits {
  /** Of one device or address on one account. */
  readonly client: AttemptLimit;
  /** Of everybody together on one account, but for devices and addresses that have signed in to it before. */
  readonly strangers: AttemptLimit;
}

const MINUTE_S = 60;
/** Our own choice: more than any forgetful person needs, and 1,200 guesses a day at most however many addresses guess. */
const GUESSES: Limits = {
  client: { max: 10, windowS: 15 * MINUTE_S, slowedToS: null },
  strangers: { max: 50, windowS: 60 * MINUTE_S, slowedToS: 2 * MINUTE_S },
};
/** Our own choice: a mailbox is not flooded by strangers. */
const MAILS: Limits = {
  client: { max: 5, windowS: 60 * MINUTE_S, slowedToS: null },
  strangers: { max: 20, windowS: 60 * MINUTE_S, slowedToS: 10 * MINUTE_S },
};
const LIMITS: Readonly<Record<AttemptKind, Limits>> = { password: GUESSES, code: GUESSES, mail: MAILS };

/** Our own choice: what has ended is swept by the next try after so long. */
const SWEEP_EVERY_MS = 10 * MINUTE_S * 1000;
/** A browser keeps no cookie longer. */
const DEVICE_COOKIE_S = 400 * 24 * 60 * MINUTE_S;

/** What of a request's context tells who tries. */
export interface Asker {
  readonly req: { header(name: "Cookie"): string | undefined };
  readonly var: { readonly client: string };
}

/** A try that was let through. */
export interface Attempt {
  /** It was right: nothing of it counts, and from here this device and address are known. Returns the cookie that says so. */
  succeeded(): Promise<string>;
}

export interface AttemptsOptions {
  readonly db: Db;
  readonly secret: string;
  readonly secure: boolean;
  readonly now: () => Date;
}

export interface Attempts {
  /** Counts a try on the account of an e-mail, whether there is one or not. Throws `tooManyRequests`. */
  begin(asker: Asker, kind: AttemptKind, email: string): Promise<Attempt>;
  /** Makes device and address known without a try: the account was made from here. Returns the cookie that says so. */
  remember(asker: Asker, email: string): Promise<string>;
}

/** Counts in the database, so that all workers count together. Nothing but HMACs is stored. */
export function createAttempts({ db, secret, secure, now }: AttemptsOptions): Attempts {
  const cookieName = `${secure ? "__Secure-" : ""}legwork.device`;
  const hmac = (...words: readonly string[]) => createHmac("sha256", secret).update(["attempt", ...words].join("\0"));
  const keyOf = (...words: readonly string[]) => hmac(...words).digest("hex");
  let sweptMs = 0;

  async function sweepNowAndThen() {
    const nowMs = now().getTime();
    if (nowMs - sweptMs < SWEEP_EVERY_MS) return;
    sweptMs = nowMs;
    await sweepAttempts(db, now());
  }

  async function takeOrRefuse(key: string, limit: AttemptLimit) {
    const taken = await takeAttempt(db, key, { limit, now: now() });
    if (taken.ok) return;
    const headers = { "Retry-After": String(taken.waitS) };
    throw new ProblemError("tooManyRequests", { detail: `Try again in ${taken.waitS} seconds.` }, headers);
  }

  /** The device's own mark, if this account gave it one. */
  function deviceMark(asker: Asker, email: string): string | null {
    const [mark = "", proof = ""] = (parse(asker.req.header("Cookie") ?? "", cookieName)[cookieName] ?? "").split(".");
    const given = Buffer.from(proof, "hex");
    const expected = hmac("device", email, mark).digest();
    return given.length === expected.length && timingSafeEqual(given, expected) ? mark : null;
  }

  function newDeviceCookie(email: string, mark: string): string {
    const value = `${mark}.${hmac("device", email, mark).digest("hex")}`;
    const path = "/api";
    return serialize(cookieName, value, { path, httpOnly: true, sameSite: "Lax", secure, maxAge: DEVICE_COOKIE_S });
  }

  const addressHash = (address: string) => hmac("address", address).digest();

  async function remember(asker: Asker, email: string): Promise<string> {
    const clientHash = addressHash(clientKey(asker.var.client));
    await rememberClient(db, email, { clientHash, now: now() });
    return newDeviceCookie(email, deviceMark(asker, email) ?? randomBytes(16).toString("hex"));
  }

  return {
    async begin(asker, kind, typed) {
      await sweepNowAndThen();
      const email = typed.toLowerCase();
      const { client: clientLimit, strangers } = LIMITS[kind];
      const mark = deviceMark(asker, email);
      const address = clientKey(asker.var.client);
      const ofClient = keyOf(kind, email, mark === null ? `address ${address}` : `device ${mark}`);
      const ofStrangers = keyOf(kind, email);
      await takeOrRefuse(ofClient, clientLimit);
      const isKnown = mark !== null || (await isKnownClient(db, email, addressHash(address)));
      if (!isKnown) await takeOrRefuse(ofStrangers, strangers);
      return {
        async succeeded() {
          await forgetAttempts(db, ofClient);
          if (!isKnown) await giveBackAttempt(db, ofStrangers);
          return remember(asker, email);
        },
      };
    },
    remember: (asker, typed) => remember(asker, typed.toLowerCase()),
  };
}
