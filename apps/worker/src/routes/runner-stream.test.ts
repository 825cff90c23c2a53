import { createHash, randomUUID } from "node:crypto";
import { historyPath, type RecordHistory, type RefusalPage, refusalsPath } from "@legwork/core/wire";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commentOp, feelOp, randomRecordId } from "../testing/stream";
import { browser, type SignedInBrowser, signedUp, testServer, type TestServer } from "../testing/test-server";

let server: TestServer;
let mo: SignedInBrowser;
let eve: SignedInBrowser;
beforeAll(async () => {
  server = await testServer();
  server.setNow(new Date());
  mo = await signedUp(server.app);
  eve = await signedUp(server.app);
});
afterAll(() => server.close());

async function answer<Answer>(response: Promise<Response>): Promise<Answer> {
  const json: unknown = await (await response).json();
  return json as Answer;
}

describe("history", () => {
  test("a runner reads what a record was, and can take a value back", async () => {
    const op = feelOp();
    await mo.sync(mo.runner, { ops: [op] });
    const { head } = await mo.sync(mo.runner);
    await mo.sync(mo.runner, { ops: [feelOp({ record: op.record, base: head, patch: { feel: 5 } })] });
    const { versions } = await answer<RecordHistory>(mo.request("GET", historyPath(mo.runner, op.record)));
    expect(versions.map(({ record }) => record.body["feel"])).toEqual([5, 3]);
    const back = feelOp({
      record: op.record,
      base: head + 1,
      patch: { feel: versions[1]?.record.body["feel"] ?? null },
    });
    await mo.sync(mo.runner, { ops: [back] });
    const again = await answer<RecordHistory>(mo.request("GET", historyPath(mo.runner, op.record)));
    expect(again.versions.map(({ record }) => record.body["feel"])).toEqual([3, 5, 3]);
  });
});

describe("refused changes", () => {
  const list = (query = "") => answer<RefusalPage>(mo.request("GET", `${refusalsPath(mo.runner)}${query}`));

  test("are listed as they came, and go when they are let go", async () => {
    const bad = feelOp({ patch: { feel: 9 } });
    await mo.sync(mo.runner, { ops: [bad] });
    const { refusals, next } = await list();
    const hash = createHash("sha256").update(JSON.stringify(bad)).digest("hex");
    expect(next).toBeNull();
    expect(refusals).toMatchObject([{ hash, op: JSON.stringify(bad), code: "badValue", author: mo.account.id }]);
    const forget = () => mo.request("DELETE", `${refusalsPath(mo.runner)}/${hash}`);
    expect((await forget()).status).toBe(204);
    expect((await forget()).status).toBe(404);
    expect((await list()).refusals).toEqual([]);
  });

  test("come in pages that hold each once", async () => {
    const bad = Array.from({ length: 45 }, () => feelOp({ patch: { feel: 9 } }));
    await mo.sync(mo.runner, { ops: bad });
    const seen: string[] = [];
    for (let page = await list(); ; page = await list(`?after=${page.next}`)) {
      seen.push(...page.refusals.map(({ op }) => (JSON.parse(op) as { opId: string }).opId));
      if (page.next === null) break;
    }
    expect(seen.sort()).toEqual(bad.map(({ opId }) => opId).sort());
  });

  test("a page of long ones ends early and goes on", async () => {
    const long = () =>
      commentOp({ patch: Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`n/${at}`, "x".repeat(3_900)])) });
    const fresh = await signedUp(server.app);
    for (let push = 0; push < 4; push += 1) await fresh.sync(fresh.runner, { ops: [long()] });
    const first = await answer<RefusalPage>(fresh.request("GET", refusalsPath(fresh.runner)));
    expect(first.refusals.length).toBe(2);
    const second = await answer<RefusalPage>(fresh.request("GET", `${refusalsPath(fresh.runner)}?after=${first.next}`));
    expect([second.refusals.length, second.next]).toEqual([2, null]);
  });

  test("an unreadable page is refused by name", async () => {
    const response = await mo.request("GET", `${refusalsPath(mo.runner)}?after=x`);
    expect([response.status, await response.json()]).toMatchObject([400, { code: "invalidRequest", at: "after" }]);
  });
});

test("to everybody else there is nothing, byte for byte", async () => {
  const op = feelOp();
  await mo.sync(mo.runner, { ops: [op, feelOp({ patch: { feel: 9 } })] });
  const hash = "0".repeat(64);
  const bytes = async (method: string, path: string) => {
    const response = await eve.request(method, path);
    return [response.status, [...response.headers], await response.text()];
  };
  const unknown = await bytes("GET", historyPath(eve.runner, randomRecordId()));
  expect(unknown[0]).toBe(404);
  for (const runner of [mo.runner, randomUUID(), "not-an-id"])
    for (const [method, path] of [
      ["GET", `/api/runners/${runner}/records/${op.record}/history`],
      ["GET", `/api/runners/${runner}/records/x/history`],
      ["GET", `/api/runners/${runner}/refusals`],
      ["GET", `/api/runners/${runner}/refusals?after=x`],
      ["DELETE", `/api/runners/${runner}/refusals/${hash}`],
      ["DELETE", `/api/runners/${runner}/refusals/x`],
    ] as const)
      expect(await bytes(method, path)).toEqual(unknown);
  expect((await browser(server.app).request("GET", refusalsPath(mo.runner))).status).toBe(401);
});
