import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_LIMITS, ORIGIN, SECRET, signedUp, testServer, type TestServer } from "../testing/test-server";
import { serversOfThisFile } from "./servers-of-this-file";

const servers = serversOfThisFile();
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ rateLimits: NO_LIMITS });
});
afterAll(() => server.close());

test("a server that is asked to stop ends its event streams and its listening connection at once", async () => {
  const me = await signedUp(server.app);
  const child = servers.start({
    LEGWORK_URL: ORIGIN,
    LEGWORK_SECRET: SECRET,
    DATABASE_URL: server.database.url,
  });
  const { port } = new URL(await child.ready);
  const open = async (device: string) => {
    const request = get({ port, path: `/api/pokes?device=${device}`, headers: { Cookie: me.cookie() } });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    let text = "";
    response.on("data", (chunk: Buffer) => (text += chunk.toString()));
    const ended = new Promise<void>((resolve) => {
      response.on("error", () => {});
      response.once("close", resolve);
    });
    return { text: () => text, ended };
  };
  const streams = await Promise.all(["one", "two", "three"].map(open));
  await expect.poll(() => streams.every(({ text }) => text().includes("event: hello"))).toBe(true);
  expect(await listeners()).toBe(1);

  const askedAt = performance.now();
  child.child.kill("SIGTERM");
  await Promise.all(streams.map(({ ended }) => ended));
  expect(await child.ended).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(3_000);
  await expect.poll(listeners).toBe(0);
}, 60_000);

async function listeners(): Promise<number> {
  const { rows } = await server.database.db.client.query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and query ilike 'listen%'",
  );
  return rows[0]?.count ?? 0;
}
