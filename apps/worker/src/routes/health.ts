import { statfs } from "node:fs/promises";
import { type Db, pingDatabase } from "@legwork/db";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { APP_VERSION } from "../app-version";
import type { AppEnv } from "../env";
import { isDatabaseDown } from "../middleware/database-down";
import { loggableError } from "../middleware/loggable-error";
import { describe } from "../openapi";
import { makeProblem } from "../problem";

/** Below this somebody should act: it is a week of a busy club, and more than Postgres needs to start. Our own choice. */
const LOW_DISK_BYTES = 512 * 2 ** 20;
/** As `unavailable` everywhere: seconds after which a phone may ask again. */
const RETRY_AFTER_S = 5;

const Disk = v.object({ freeBytes: v.number() });
const Health = v.object({
  status: v.picklist(["ok", "low disk"]),
  version: v.string(),
  database: v.object({ status: v.literal("reachable"), ms: v.number() }),
  /** Of the data folder, where the built-in database lies; null when it cannot be told. */
  disk: v.nullable(Disk),
});

export interface HealthOptions {
  readonly db: Db;
  /** Null = the server keeps nothing on a disk of its own. */
  readonly dataDir: string | null;
  /** Free bytes of a folder's disk; a test has its own. */
  readonly freeBytesOf?: (folder: string) => Promise<number>;
}

export function healthRoutes({ db, dataDir, freeBytesOf = freeBytes }: HealthOptions) {
  return new Hono<AppEnv>().get(
    "/",
    describe({
      id: "getHealth",
      summary: "Whether the server reaches its database and has room on its disk",
      description:
        "200 while it can serve; `low disk` asks the operator to act. 503 when the database is away: then `disk` and `version` stand beside the problem.",
      tag: "server",
      answer: {
        status: 200,
        description: "It can serve.",
        schema: Health,
        example: () => ({
          status: "ok",
          version: APP_VERSION,
          database: { status: "reachable", ms: 0.8 },
          disk: { freeBytes: 21_474_836_480 },
        }),
      },
      problems: [],
    }),
    async (context) => {
      const disk = dataDir === null ? null : await diskOf(dataDir, freeBytesOf);
      try {
        const ms = Math.round((await pingDatabase(db)) * 10) / 10;
        const status = disk !== null && disk.freeBytes < LOW_DISK_BYTES ? "low disk" : "ok";
        return context.json({ status, version: APP_VERSION, database: { status: "reachable", ms }, disk });
      } catch (error) {
        if (!isDatabaseDown(error)) throw error;
        context.var.logger.warn({ err: loggableError(error) }, "database unavailable");
        return unavailable(context, disk);
      }
    },
  );
}

function unavailable(context: Context<AppEnv>, disk: v.InferOutput<typeof Disk> | null) {
  const health = { version: APP_VERSION, database: { status: "unreachable" }, disk };
  return context.body(JSON.stringify({ ...makeProblem("unavailable"), ...health }), 503, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    "Retry-After": String(RETRY_AFTER_S),
  });
}

async function diskOf(folder: string, freeBytesOf: (folder: string) => Promise<number>) {
  try {
    return { freeBytes: await freeBytesOf(folder) };
  } catch {
    // A file system that does not tell is no reason to be unwell.
    return null;
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
