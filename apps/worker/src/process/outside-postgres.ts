import { closeDatabase, type DatabaseOptions, type Db, openDatabase } from "@legwork/db";
import { CannotServe, errorCode } from "@legwork/db/embedded";

const OLDEST_VERSION = 15;

/** Opens the Postgres of DATABASE_URL and makes sure that it answers and is new enough. */
export async function openOutsidePostgres(url: string, options: Pick<DatabaseOptions, "waits" | "use">): Promise<Db> {
  const db = openDatabase({ url, ...options });
  try {
    const { rows } = await db.client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    refuseOldVersion(Number(rows[0]?.version));
    return db;
  } catch (error) {
    await closeDatabase(db);
    if (error instanceof CannotServe) throw error;
    throw new CannotServe(`The database of DATABASE_URL (${placeOf(url)}) ${whyUnusable(error)}.`, { cause: error });
  }
}

/** `versionNumber` as Postgres counts, 150004 for 15.4. */
function refuseOldVersion(versionNumber: number): void {
  const major = Math.floor(versionNumber / 10_000);
  if (major >= OLDEST_VERSION) return;
  throw new CannotServe(`The database of DATABASE_URL is Postgres ${major}: Legwork needs ${OLDEST_VERSION} or newer.`);
}

/** Host, port and database, without name and password. */
export function placeOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url.replace(/@\//, "@localhost/"));
  return `${searchParams.get("host") ?? hostname}:${searchParams.get("port") ?? (port || "5432")}${pathname}`;
}

function whyUnusable(error: unknown): string {
  switch (errorCode(error)) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "cannot be found: the name of the host is unknown";
    case "ECONNREFUSED":
    case "ENOENT":
      return "does not answer: nothing listens there";
    case "28P01":
    case "28000":
      return "refuses the name or password";
    case "3D000":
      return "does not exist on that server";
    case "53300":
      return "has no free connection";
    case "57P03":
      return "is starting or stopping: try again in a moment";
    default:
      return `does not answer (${error instanceof Error ? error.message : String(error)})`;
  }
}
