import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { type AppOptions, createApp } from "../app";
import { noteDeletions } from "../auth/delete-account";
import { smtpMail } from "../auth/mail";
import { noteInFile } from "./deletion-file";
import { openPort } from "./listen";
import { openStorage, type Storage } from "./open-storage";
import { requestListener } from "./request-listener";
import { sessionSecret } from "./session-secret";
import type { Settings } from "./settings";

/** What the program decides, not the person who starts it. */
export type ServerOptions = Pick<AppOptions, "rateLimits">;

/** A server that answers. */
export interface RunningServer {
  /** The address for people on this machine. */
  readonly url: string;
  /** The origin under which phones reach it. */
  readonly publicUrl: string;
  readonly place: string;
  readonly notes: readonly string[];
  /** Settles with a sentence when it cannot go on. */
  readonly failed: Promise<string>;
  /** Lets running requests end, then closes everything, the built-in Postgres last. */
  stop(): Promise<void>;
}

/** Beside the bundle in dist and beside src alike. */
const STATIC_DIR = fileURLToPath(new URL("../../web/out", import.meta.url));

/** Opens port and database and starts to answer. When it throws, nothing is left open. */
export async function startServer(settings: Settings, { rateLimits }: ServerOptions = {}): Promise<RunningServer> {
  const listener = await openPort(settings);
  let storage: Storage | null = null;
  try {
    storage = await openStorage(settings);
    const url = `${settings.tls === null ? "http" : "https"}://localhost:${listener.port}`;
    const publicUrl = settings.publicUrl ?? url;
    const noteDeletion = noteInFile(settings.dataDir);
    await noteDeletions(storage.db, noteDeletion, new Date());
    const app = createApp({
      db: storage.db,
      publicUrl,
      secret: settings.secret ?? sessionSecret(settings.dataDir),
      staticDir: builtApp(),
      trustedProxies: settings.trustedProxies,
      sendMail: settings.mail === null ? null : smtpMail(settings.mail),
      noteDeletion,
      dataDir: settings.dataDir,
      ...(rateLimits === undefined ? {} : { rateLimits }),
      logger: pino({ level: settings.logLevel }, pino.destination({ fd: process.stderr.fd, sync: true })),
    });
    listener.serve(requestListener(app));
    return running({ url, publicUrl, listener, storage });
  } catch (error) {
    await listener.drain();
    await storage?.close();
    throw error;
  }
}

interface Parts {
  readonly url: string;
  readonly publicUrl: string;
  readonly listener: { drain(): Promise<void> };
  readonly storage: Storage;
}

function running({ url, publicUrl, listener, storage }: Parts): RunningServer {
  const elsewhere = publicUrl === url ? [] : [`People reach it at ${publicUrl}.`];
  const missing = builtApp() === null ? ["The app is not built: only the API answers. `npm start` builds it."] : [];
  return {
    url,
    publicUrl,
    place: storage.place,
    notes: [...elsewhere, ...storage.notes, ...missing],
    failed: storage.failed,
    stop: async () => {
      await listener.drain();
      await storage.close();
    },
  };
}

function builtApp(): string | null {
  return existsSync(join(STATIC_DIR, "index.html")) ? STATIC_DIR : null;
}
