import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { bundleServer, type ChildServer, postmasterPid } from "./child-server";
import { serversOfThisFile } from "./servers-of-this-file";

const servers = serversOfThisFile({}, bundleServer);
/** The one that the programs are told of; another after a restore. */
let dataDir: string;
beforeEach(() => {
  dataDir = servers.dataDir();
});

test("the built-in database is backed up beside its server and without it, and restored only where nothing is", async () => {
  const server = start();
  const account = { email: `${randomUUID()}@example.org`, password: "an evening run by the river", name: "Mo" };
  const url = await server.ready;
  const cookie = await signUp(url, account);

  const beside = await run("backup", []);
  expect(beside.said).toMatch(/backups\/legwork-\S+Z\.backup: \d+ tables, \d+ rows, \d+ bytes, in \d/);
  expect(beside.code).toBe(0);
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  const [file = ""] = readdirSync(join(dataDir, "backups"));
  const path = join(dataDir, "backups", file);

  const whileServed = await run("restore", [path]);
  expect(whileServed.said).toMatch(/^Nothing was restored\. The data folder \S+ is already served by process \d+/);
  server.child.kill("SIGTERM");
  await server.ended;

  const alone = await run("backup", ["--to", join(servers.folder(), "alone.backup")]);
  expect([alone.code, postmasterPid(dataDir)]).toEqual([0, null]);
  const over = await run("restore", [path]);
  expect(over.said).toMatch(/^Nothing was restored\. The database is not empty/);
  expect(over.code).toBe(1);

  dataDir = join(servers.folder(), "restored");
  const restored = await run("restore", [path]);
  expect(restored.said).toContain("tables");
  expect([restored.code, postmasterPid(dataDir)]).toEqual([0, null]);

  const next = start();
  const me = await fetch(`${await next.ready}/api/me`, { headers: { Cookie: cookie } });
  expect([me.status, await me.json()]).toMatchObject([200, { account: { email: account.email } }]);
}, 150_000);

test.each([
  ["backup", [], /^There is no new backup\. There is no database in \S+: set LEGWORK_DATA_DIR/],
  ["backup", ["--into", "x"], /^There is no new backup\. Call it as `npm run backup`/],
  ["restore", [], /^Nothing was restored\. Call it as `npm run restore -- <file>`/],
  ["restore", ["/nowhere/at.all"], /^Nothing was restored\. There is no file \/nowhere\/at\.all/],
])("%s %j is refused in a sentence, and nothing is made", async (program, args, sentence) => {
  const { code, said } = await run(program, args);
  expect(said).toMatch(sentence);
  expect([code, readdirSync(servers.folder())]).toEqual([1, []]);
});

test("a server does not start on a restore that was broken off", async () => {
  await start().ready;
  const [server] = servers.started();
  server?.child.kill("SIGTERM");
  await server?.ended;
  const { noteRestore } = await import("../backup/unfinished-restore");
  noteRestore(dataDir, "some.backup");
  const refused = start();
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toMatch(/^Legwork cannot start\. A restore into \S+ was broken off: run it again/);
});

function start(): ChildServer {
  return servers.start({ LEGWORK_DATA_DIR: dataDir });
}

function run(
  program: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [join(dirname(servers.serve()), `${program}.js`), ...args], {
    cwd: tmpdir(),
    env: { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LEGWORK_DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

async function signUp(url: string, account: object): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { Origin: url, "Content-Type": "application/json" },
    body: JSON.stringify(account),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
