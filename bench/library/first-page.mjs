// One start of a phone: the library's module is loaded, then its page asks for everything once. Prints one line of JSON.
import { Session } from "node:inspector/promises";
import { pathToFileURL } from "node:url";

const [module, mode] = process.argv.slice(2);
const url = pathToFileURL(module).href;
const session = mode === "calls" ? new Session() : null;
if (session) {
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
}
const loading = performance.now();
const { KITS, FOCUSES, searchLibrary, sessionLibrary } = await import(url);
const loadMs = performance.now() - loading;
// Calls so far of what puts a session together: loading alone may make none.
const callsAtImport = session ? await calls("prescriptionOf") : null;

const start = performance.now();
const sessions = sessionLibrary();
for (const kit of KITS) searchLibrary({ kit, minutesMax: 30, legLoadMax: "light", springGateOpen: false });
for (const focus of FOCUSES) searchLibrary({ focus, kit: "dumbbells" });
const pageMs = performance.now() - start;
const callsAfter = session ? await calls("prescriptionOf") : null;
console.log(JSON.stringify({ sessions: sessions.length, loadMs, pageMs, callsAtImport, callsAfter }));
process.exit(0);

async function calls(name) {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const functions = result.filter((script) => script.url === url).flatMap((script) => script.functions);
  return functions
    .filter(({ functionName }) => functionName === name)
    .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}
