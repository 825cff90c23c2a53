import type { RunnerId, StoredRecord } from "@legwork/core/record";
import type { Invitation, Squad } from "@legwork/core/wire";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { exportChunks } from "../export/export-chunks";
import { commentOp, feelOp } from "../testing/stream";
import { browser, type SignedInBrowser, signedUp, testServer, type TestServer } from "../testing/test-server";
import { untilNoted } from "../testing/until-noted";

interface Exported {
  readonly format: string;
  readonly version: number;
  readonly account: { readonly id: string; readonly email: string };
  readonly runner: { readonly id: RunnerId; readonly head: number };
  readonly records: readonly StoredRecord[];
  readonly past: readonly { readonly id: string; readonly values: readonly { readonly value: unknown }[] }[];
  readonly refused: readonly { readonly op: string; readonly code: string }[];
  readonly grants: readonly { readonly grantee: string; readonly revokedAt: string | null }[];
  readonly devices: readonly { readonly device: string }[];
  readonly squads: readonly Squad[];
}

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function exported(one: SignedInBrowser, headers: Record<string, string> = {}): Promise<Exported> {
  const response = await one.request("GET", "/api/me/export", undefined, headers);
  expect(response.status).toBe(200);
  const json: unknown = await response.json();
  return json as Exported;
}

test("everything the server holds about a runner is read back from one document", async () => {
  const [mo, coach] = [await signedUp(server.app, "Mo"), await signedUp(server.app, "Coach Ada")];
  const squad = (await (await coach.request("POST", "/api/squads", { name: "Track" })).json()) as Squad;
  const path = `/api/squads/${squad.id}/invitations`;
  const { code } = (await (await coach.request("POST", path)).json()) as Invitation;
  await mo.request("POST", `/api/invitations/${code}/accept`);
  const odd = commentOp({
    patch: { text: "\u0000 🏃 \ud83d", writtenAt: "2026-03-02T08:00:00Z", "quo.te/x": { deep: [null, 1e-7] } },
  });
  const good = commentOp({
    patch: { text: "\u0000 🏃", writtenAt: "2026-03-02T08:00:00Z", "quote/x": { deep: [null, 1e-7] } },
  });
  const dead = feelOp();
  await mo.sync(mo.runner, { ops: [good, dead, odd] });
  const { head } = await mo.sync(mo.runner);
  await mo.sync(mo.runner, {
    device: "device-2",
    ops: [
      feelOp({ record: dead.record, base: head, patch: {}, del: true }),
      commentOp({ record: good.record, base: head, patch: { text: "now" } }),
    ],
  });
  await mo.request("DELETE", `/api/me/grants/${coach.account.id}`);

  await untilNoted(server.database.db, mo.runner, 2);
  const all = await exported(mo);
  expect(all).toMatchObject({
    format: "legwork-export",
    version: 1,
    account: { id: mo.account.id, email: mo.account.email },
    runner: { id: mo.runner },
    refused: [{ op: JSON.stringify(odd), code: "badKey" }],
    grants: [{ grantee: coach.account.id }],
    squads: [],
  });
  expect(all.grants[0]?.revokedAt).not.toBeNull();
  expect(all.devices.map(({ device }) => device)).toEqual(["device-1", "device-2"]);
  const pulled = await mo.sync(mo.runner);
  const travelled = all.records.map(({ id, kind, schema, body, rev, deleted, author, opId }) => ({
    id,
    kind,
    schema,
    body,
    rev,
    deleted,
    author,
    opId,
  }));
  expect(travelled.sort((one, other) => one.rev - other.rev)).toEqual(pulled.changes);
  expect(all.records.find(({ id }) => id === good.record)?.keyRev["quote/x"]).toEqual([
    expect.any(Number),
    mo.account.id,
  ]);
  const values = JSON.stringify(all.past);
  for (const value of [good.patch["text"], dead.patch]) expect(values).toContain(JSON.stringify(value));
  expect(await exported(coach)).toMatchObject({ records: [], squads: [{ id: squad.id, name: "Track" }] });
});

test("a long diary comes whole, page by page, compressed for those who ask", async () => {
  const mo = await signedUp(server.app);
  for (let push = 0; push < 5; push += 1) await mo.sync(mo.runner, { ops: Array.from({ length: 90 }, () => feelOp()) });
  const { records } = await exported(mo);
  expect(new Set(records.map(({ id }) => id)).size).toBe(450);
  const response = await mo.request("GET", "/api/me/export", undefined, { "Accept-Encoding": "gzip" });
  expect(response.headers.get("Content-Encoding")).toBe("gzip");
  await response.body?.cancel();
});

test("no page is asked for before the one before was taken, and no connection is held between", async () => {
  const mo = await signedUp(server.app);
  await mo.sync(mo.runner, { ops: Array.from({ length: 90 }, () => feelOp()) });
  const { db } = server.database;
  const chunks = exportChunks(db, { account: mo.account, runner: mo.runner, now: new Date() });
  await chunks.next();
  await chunks.next();
  await mo.sync(mo.runner, { ops: [feelOp()] });
  await vi.waitFor(() => expect(db.client.totalCount - db.client.idleCount).toBe(0));
  let text = "";
  for await (const chunk of chunks) text += chunk;
  expect(text.match(/"kind":"run_feel"/g)?.length).toBe(91);
});

test("without a session there is nothing to export", async () => {
  expect((await browser(server.app).request("GET", "/api/me/export")).status).toBe(401);
});
