import { randomUUID } from "node:crypto";
import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { shownDatabase } from "./seeded-runner";

/** A change as another device of whoever is signed in would send it. */
export interface SentOp {
  readonly record: string;
  readonly kind: string;
  readonly patch: Readonly<Record<string, unknown>>;
  readonly base?: number;
}

/** Sends changes to a runner's stream without a phone; answers their revs. */
export async function sendOps(
  request: APIRequestContext,
  { url, runner }: { readonly url: string; readonly runner: string },
  ops: readonly SentOp[],
): Promise<readonly number[]> {
  const epoch = await epochOf(request, url, runner);
  const answer = await request.post(`${url}/api/runners/${runner}/sync`, {
    headers: { origin: url },
    data: {
      ...envelope(epoch),
      ops: ops.map(({ record, kind, patch, base = 0 }) => ({
        opId: randomUUID(),
        record,
        kind,
        schema: 1,
        base,
        epoch: epoch ?? "",
        patch,
      })),
    },
  });
  expect(answer.status()).toBe(200);
  const { results } = (await answer.json()) as { results: readonly { rev?: number }[] };
  return results.map(({ rev }) => rev ?? 0);
}

export async function runnerOfAccount(request: APIRequestContext, url: string): Promise<string> {
  return ((await (await request.get(`${url}/api/me`)).json()) as { runner: string }).runner;
}

async function epochOf(request: APIRequestContext, url: string, runner: string): Promise<string | null> {
  const answer = await request.post(`${url}/api/runners/${runner}/sync`, {
    headers: { origin: url },
    data: { ...envelope(null), ops: [] },
  });
  return ((await answer.json()) as { epoch: string | null }).epoch;
}

function envelope(epoch: string | null) {
  return { proto: 1, device: randomUUID(), schemas: {}, epoch, cursor: 0, outbox: { count: 0, oldestS: 0 } };
}

/** Puts a change into the phone's outbox that no screen would write, as an app with a fault might. */
export async function plantOp(page: Page, { record, kind, patch }: SentOp): Promise<void> {
  const database = await shownDatabase(page);
  const op = { opId: randomUUID(), record, kind, schema: 1, base: 0, epoch: "", patch };
  await page.evaluate(
    ({ name, planted }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener("success", () => {
          const runner = name.slice("legwork/".length);
          const tx = opening.result.transaction(["records", "outbox"], "readwrite");
          const { opId, record: id, kind: ofKind, patch: body } = planted;
          const date = typeof body["date"] === "string" ? body["date"] : "";
          tx.objectStore("records").put({ runner, id, kind: ofKind, date, server: null, body, deleted: false });
          tx.objectStore("outbox").add({ runner, opId, record: id, op: planted, frozen: false, writtenAt: Date.now() });
          tx.addEventListener("complete", () => {
            opening.result.close();
            resolve();
          });
          tx.addEventListener("abort", () => reject(tx.error ?? new Error("aborted")));
        });
      }),
    { name: database, planted: op },
  );
}
