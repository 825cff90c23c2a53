import { CannotServe } from "@legwork/db/embedded";
import { type Environment, readSettings } from "./settings";
import { type RunningServer, type ServerOptions, startServer } from "./start-server";

/** npm passes on the Ctrl-C that the terminal has sent to us already; a person needs longer to press it again. */
const ECHO_WITHIN_MS = 1_000;

/** What a run differs in; the demo fills the server when it answers. */
export interface RunOptions extends ServerOptions {
  readonly environment: Environment;
  /** Called once the server answers; what it returns is printed below the address. */
  readonly whenReady?: (server: RunningServer) => Promise<readonly string[]>;
}

/** Runs a server until it is asked to stop, and ends the process: 0 when asked, 1 when it could not start or go on. */
export async function runServer(options: RunOptions): Promise<never> {
  const stop = whenAskedToStop();
  try {
    const server = await startServer(readSettings(options.environment), options);
    const serving = stop.isAsked() ? null : serveUntilAsked(server, options, stop.asked);
    const reason = await Promise.race([serving, server.failed]);
    await server.stop();
    if (reason !== null) say(reason);
    process.exit(reason === null ? 0 : 1);
  } catch (error) {
    say(
      error instanceof CannotServe
        ? `Legwork cannot start. ${error.message}`
        : `Legwork stopped because of a bug. ${String(error)}`,
    );
    if (!(error instanceof CannotServe)) say(error instanceof Error ? (error.stack ?? "") : "");
    process.exit(1);
  }
}

async function serveUntilAsked(server: RunningServer, { whenReady }: RunOptions, asked: Promise<null>): Promise<null> {
  const more = (await whenReady?.(server)) ?? [];
  const lines = [`Open  ${server.url}`, `Data  ${server.place}`, "Stop  Ctrl-C", ...more, ...server.notes];
  process.stdout.write(`\nLegwork is ready.\n${lines.map((line) => `  ${line}\n`).join("")}`);
  return asked;
}

interface StopRequest {
  readonly asked: Promise<null>;
  isAsked(): boolean;
}

/** Listens for the first request to stop; when a person asks again the process ends at once, and Postgres with it. */
function whenAskedToStop(): StopRequest {
  let askedAt = Number.POSITIVE_INFINITY;
  const asked = new Promise<null>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (performance.now() - askedAt > ECHO_WITHIN_MS) process.exit(1);
        askedAt = Math.min(askedAt, performance.now());
        resolve(null);
      });
    }
  });
  return { asked, isAsked: () => Number.isFinite(askedAt) };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
