import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { bundleQuickServer, type ChildServer, removeBundle, startChild, temporaryFolder } from "./child-server";
import type { Environment } from "./settings";

/** For tests: servers as processes of their own. */
export interface ServersOfThisFile {
  /** Path of the bundled `serve.js`. */
  readonly serve: () => string;
  /** A folder of the running test, removed with all that is in it. */
  readonly folder: () => string;
  /** The data folder inside it; made by the first server that starts. */
  readonly dataDir: () => string;
  readonly start: (settings?: Environment) => ChildServer;
  /** Those started by the running test, which are stopped after it. */
  readonly started: () => readonly ChildServer[];
}

/** One bundle for the file, a folder for each test. Call it at the top of a test file. */
export function serversOfThisFile(always: Environment = {}, bundle = bundleQuickServer): ServersOfThisFile {
  let serve = "";
  let folder = "";
  let started: ChildServer[] = [];
  beforeAll(async () => {
    serve = await bundle();
  });
  afterAll(() => removeBundle(serve));
  beforeEach(() => {
    folder = temporaryFolder();
    started = [];
  });
  afterEach(async () => {
    for (const server of started) server.child.kill("SIGTERM");
    await Promise.all(started.map((server) => server.ended));
    rmSync(folder, { recursive: true, force: true });
  });
  const dataDir = () => join(folder, "data");
  return {
    serve: () => serve,
    folder: () => folder,
    dataDir,
    started: () => started,
    start(settings = {}) {
      const server = startChild(serve, { LEGWORK_DATA_DIR: dataDir(), ...always, ...settings });
      started.push(server);
      return server;
    },
  };
}
