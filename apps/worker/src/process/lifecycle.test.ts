import { existsSync, readdirSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testDatabase } from "@legwork/db/testing";
import { isRunning, postmasterPid } from "./child-server";
import { serversOfThisFile } from "./servers-of-this-file";

const servers = serversOfThisFile();
const { start, dataDir } = servers;

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "%s ends the server with 0 and leaves no Postgres behind",
  async (signal) => {
    const server = start();
    const url = await server.ready;
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    const postgres = postmasterPid(dataDir());
    expect(postgres !== null && isRunning(postgres)).toBe(true);

    server.child.kill(signal);

    expect(await server.ended).toBe(0);
    expect(postgres !== null && isRunning(postgres)).toBe(false);
    expect(postmasterPid(dataDir())).toBeNull();
  },
);

test("a signal that arrives twice at once, as from a terminal through npm, is one request to stop", async () => {
  const server = start();
  await server.ready;
  server.child.kill("SIGINT");
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
});

test("a request to stop while it starts lets the start end whole and leaves no Postgres behind", async () => {
  const server = start();
  const beginsCluster = async () => {
    while (!existsSync(dataDir()) || readdirSync(dataDir()).length === 0) await pause(20);
  };
  await beginsCluster();
  server.child.kill("SIGTERM");

  expect(await server.ended).toBe(0);
  expect(server.output()).toBe("");
  expect(postmasterPid(dataDir())).toBeNull();
  await start().ready;
});

test("says where it is, where the data is and how to stop", async () => {
  const server = start();
  const url = await server.ready;
  expect(server.output()).toContain(`Open  ${url}`);
  expect(server.output()).toContain(`Data  ${dataDir()}`);
  expect(server.output()).toContain("Stop  Ctrl-C");
});

test("keeps its secrets readable for their owner only", async () => {
  await start().ready;
  for (const secret of ["session-secret", "postgres/password"]) {
    expect(statSync(join(dataDir(), secret)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(join(dataDir(), "postgres")).mode & 0o777).toBe(0o700);
});

test("a second server on the same data folder is refused, and the first goes on", async () => {
  const url = await start().ready;
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/The data folder \S+ is already served by process \d+/);
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
});

test("of several servers that begin an empty folder at once, one serves and the others say why not", async () => {
  const servers = [start(), start(), start()];
  const outcomes = await Promise.all(
    servers.map((server) =>
      Promise.race([
        server.ended,
        server.ready.then(
          () => "ready",
          () => server.ended,
        ),
      ]),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === "ready")).toHaveLength(1);
  const refused = servers.filter((_, index) => outcomes[index] === 1);
  expect(refused).toHaveLength(2);
  for (const server of refused) expect(server.output()).toContain("already served by process");
});

test("a Postgres that a killed server left is stopped and not doubled, and the data is still there", async () => {
  const killed = start();
  await killed.ready;
  const secret = statSync(join(dataDir(), "session-secret")).mtimeMs;
  const left = postmasterPid(dataDir());
  killed.child.kill("SIGKILL");
  await killed.ended;
  expect(left !== null && isRunning(left)).toBe(true);

  const next = start();
  const url = await next.ready;

  expect(left !== null && isRunning(left)).toBe(false);
  expect(next.output()).toContain("left running was stopped first");
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  expect(statSync(join(dataDir(), "session-secret")).mtimeMs).toBe(secret);
});

test("a server whose Postgres is killed ends with a sentence instead of answering without data", async () => {
  const server = start();
  await server.ready;
  const postgres = postmasterPid(dataDir());
  if (postgres === null) throw new Error("the server was ready without Postgres");
  process.kill(postgres, "SIGKILL");
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain("The database is gone");

  expect((await fetch(`${await start().ready}/api/health`)).status).toBe(200);
});

test("a request that is under way is answered before the server stops", async () => {
  const server = start();
  const { port } = new URL(await server.ready);
  const socket = connect(Number(port), "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk.toString()));
  const closed = new Promise((resolve) => socket.once("close", resolve));
  const body = '{"startDate":"2026-08-31","kit":"none","runs":[],"weeks":1}';
  socket.write(
    `POST /api/plan/preview HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`,
  );
  socket.write(body.slice(0, 10));
  await pause(200);

  server.child.kill("SIGTERM");
  await pause(300);
  expect(server.child.exitCode).toBeNull();
  socket.write(body.slice(10));

  await closed;
  expect(answer).toMatch(/^HTTP\/1\.1 (200|4\d\d) /);
  expect(await server.ended).toBe(0);
});

test("any number of servers share an outside Postgres", async () => {
  const database = await testDatabase();
  const settings = { DATABASE_URL: database.url };
  const both = [start(settings), start({ ...settings, LEGWORK_DATA_DIR: join(servers.folder(), "other") })];
  const urls = await Promise.all(both.map((server) => server.ready));
  for (const url of urls) expect((await fetch(`${url}/api/health`)).status).toBe(200);
  expect(both[0]?.output()).toContain("Data  Postgres at ");

  for (const server of both) server.child.kill("SIGTERM");
  expect(await Promise.all(both.map((server) => server.ended))).toEqual([0, 0]);
  await database.close();
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
