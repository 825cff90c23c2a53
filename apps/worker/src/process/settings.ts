import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { CannotServe } from "@legwork/db/embedded";
import * as v from "valibot";
import type { MailSettings } from "../auth/mail";

/** What a person can set from outside; everything has a default. */
export interface Settings {
  readonly port: number;
  readonly dataDir: string;
  /** Null = the address the server really listens on. */
  readonly publicUrl: string | null;
  /** An outside Postgres; null = the built-in one. */
  readonly databaseUrl: string | null;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  readonly trustedProxies: readonly string[];
  /** Null = the one kept in the data folder. */
  readonly secret: string | null;
  readonly logLevel: LogLevel;
  /** Null = no mail server: passwords only. */
  readonly mail: MailSettings | null;
}

/** `info` writes a line per request. */
const LOG_LEVELS = ["error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 3000;
const DEFAULT_DATA_DIR = "data";
const SECRET_LENGTH_MIN = 32;

/** Reads all settings; throws `CannotServe` with a sentence for the first that makes no sense. An empty value counts as not set. */
export function readSettings(environment: Environment): Settings {
  const read = (name: string) => environment[name]?.trim() || null;
  return {
    port: readPort(read("PORT")),
    dataDir: resolve(read("LEGWORK_DATA_DIR") ?? DEFAULT_DATA_DIR),
    publicUrl: readPublicUrl(read("LEGWORK_URL")),
    databaseUrl: readDatabaseUrl(read("DATABASE_URL")),
    tls: readTls(read("LEGWORK_TLS_CERT"), read("LEGWORK_TLS_KEY")),
    trustedProxies: readProxies(read("LEGWORK_TRUSTED_PROXIES")),
    secret: readSecret(read("LEGWORK_SECRET")),
    logLevel: readLogLevel(read("LEGWORK_LOG_LEVEL")),
    mail: readMail(read("SMTP_URL"), read("LEGWORK_MAIL_FROM")),
  };
}

function readPort(text: string | null): number {
  if (text === null) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535)
    throw new CannotServe(`PORT must be a number from 0 to 65535, not "${text}" (0 takes any free port).`);
  return port;
}

// Quiet by default: who starts it in a terminal wants to see what is wrong, and nothing else.
function readLogLevel(text: string | null): LogLevel {
  const level = LOG_LEVELS.find((each) => each === (text ?? "warn"));
  if (level === undefined) throw new CannotServe(`LEGWORK_LOG_LEVEL must be ${LOG_LEVELS.join(", ")}, not "${text}".`);
  return level;
}

function readPublicUrl(text: string | null): string | null {
  if (text === null) return null;
  const example = "LEGWORK_URL must be the address people use, such as https://legwork.example";
  const url = parseUrl(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new CannotServe(`${example}, not "${text}".`);
  if (url.username || url.password) throw new CannotServe(`${example}, without a name or password in it.`);
  if (url.pathname !== "/" || url.search || url.hash) {
    throw new CannotServe(
      `${example}: Legwork lives at the root of its address, so leave out "${url.pathname}${url.search}${url.hash}".`,
    );
  }
  return url.origin;
}

// The text may hold a password: it is never repeated.
function readDatabaseUrl(text: string | null): string | null {
  if (text === null) return null;
  const url = parseUrl(text.replace(/@\//, "@localhost/"));
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new CannotServe("DATABASE_URL must look like postgres://user:password@host:5432/database.");
  }
  return text;
}

function readTls(cert: string | null, key: string | null): Settings["tls"] {
  if (cert === null && key === null) return null;
  if (cert === null || key === null) {
    throw new CannotServe("LEGWORK_TLS_CERT and LEGWORK_TLS_KEY go together: set both or neither.");
  }
  return { cert: readNamedFile("LEGWORK_TLS_CERT", cert), key: readNamedFile("LEGWORK_TLS_KEY", key) };
}

function readNamedFile(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CannotServe(`The file that ${name} names, ${path}, cannot be read.`, { cause });
  }
}

function readProxies(text: string | null): readonly string[] {
  const proxies = text?.split(/[\s,]+/).filter((proxy) => proxy !== "") ?? [];
  const wrong = proxies.find((proxy) => !isAddressRange(proxy));
  if (wrong !== undefined) {
    throw new CannotServe(`LEGWORK_TRUSTED_PROXIES must list addresses or ranges such as 10.0.0.0/8, not "${wrong}".`);
  }
  return proxies;
}

function isAddressRange(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function readSecret(text: string | null): string | null {
  if (text !== null && text.length < SECRET_LENGTH_MIN) {
    throw new CannotServe(`LEGWORK_SECRET must have at least ${SECRET_LENGTH_MIN} characters.`);
  }
  return text;
}

// The text may hold a password: it is never repeated.
function readMail(text: string | null, from: string | null): MailSettings | null {
  if (text === null) {
    if (from !== null) throw new CannotServe("LEGWORK_MAIL_FROM needs SMTP_URL: set both, or SMTP_URL alone.");
    return null;
  }
  const url = parseUrl(text);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === "") {
    throw new CannotServe("SMTP_URL must look like smtp://user:password@host:587, or smtps:// for port 465.");
  }
  const sender = from ?? decodeURIComponent(url.username);
  if (!v.is(v.pipe(v.string(), v.email()), sender)) {
    throw new CannotServe(
      "Set LEGWORK_MAIL_FROM to the address that mails come from, such as legwork@example.org: the user in SMTP_URL is none.",
    );
  }
  return { url: text, from: sender };
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
