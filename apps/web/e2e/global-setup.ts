import { STARTED_ONCE } from "./data-dir";
import { RealServer } from "./server";

/** One first start for all files: every server of the tests begins with a copy of what it leaves. */
export default async function startOnce(): Promise<() => Promise<void>> {
  const server = new RealServer();
  await server.start();
  await server.stop();
  process.env[STARTED_ONCE] = server.dataDir;
  return () => server.remove();
}
