import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RunnerId } from "@legwork/core/record";
import type { SyncRequest } from "@legwork/core/wire";

const RUNNER = "00000000-0000-4000-8000-000000000001" as RunnerId;
const ANSWER = { proto: 1, epoch: "e", head: 0, results: [], changes: [], cursor: 0, more: false };

interface Sent {
  readonly encoding: string | undefined;
  readonly json: unknown;
}

/** A fresh module: what it has learned of the server is kept until the next start. */
async function transportTo(answer: (sent: Sent) => Response) {
  const { httpTransport } = await import("./transport");
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (_path: string, init: { headers: Record<string, string>; body: Blob | string }) => {
    const encoding = init.headers["content-encoding"];
    const bytes = Buffer.from(await new Response(init.body).arrayBuffer());
    const text = (encoding === "gzip" ? gunzipSync(bytes) : bytes).toString();
    const one: Sent = { encoding, json: JSON.parse(text) };
    sent.push(one);
    return answer(one);
  });
  const sync = (request: object) => httpTransport.sync(RUNNER, request as SyncRequest, new AbortController().signal);
  return { sync, sent };
}

const SMALL = { ops: [] };
const LARGE = {
  ops: Array.from({ length: 60 }, (_, index) => ({ opId: `op-${index}`, patch: { name: "Ada Ada Ada" } })),
};

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

describe("the way to the server", () => {
  test("a large body goes as gzip, a small one as it is", async () => {
    const { sync, sent } = await transportTo(() => Response.json(ANSWER));
    expect(await sync(LARGE)).toEqual({ ok: true, response: ANSWER });
    await sync(SMALL);
    expect(sent).toEqual([
      { encoding: "gzip", json: LARGE },
      { encoding: undefined, json: SMALL },
    ]);
  });

  test.each([415, 400])(
    "a server that answers %i to gzip gets the same as it is, and no gzip any more",
    async (status) => {
      const { sync, sent } = await transportTo(({ encoding }) =>
        encoding === "gzip" ? new Response(null, { status }) : Response.json(ANSWER),
      );
      expect(await sync(LARGE)).toMatchObject({ ok: true });
      await sync(LARGE);
      expect(sent.map(({ encoding }) => encoding)).toEqual(["gzip", undefined, undefined]);
    },
  );

  test("a browser that cannot compress sends it as it is", async () => {
    vi.stubGlobal("CompressionStream", undefined);
    const { sync, sent } = await transportTo(() => Response.json(ANSWER));
    await sync(LARGE);
    expect(sent[0]).toEqual({ encoding: undefined, json: LARGE });
  });

  test.each([
    ["a sign-in page of a network", () => new Response("<html></html>")],
    ["JSON of somebody else", () => Response.json({ hello: "there" })],
    ["half an answer", () => new Response('{"proto":1,"epoch":"e"')],
  ])("%s is no answer", async (_what, answer) => {
    const { sync } = await transportTo(answer);
    await expect(sync(SMALL)).rejects.toBeInstanceOf(Error);
  });

  test.each([
    ["7", 7_000],
    ["999999999", 3_600_000],
    ["soon", null],
  ])("Retry-After: %s is understood as %s", async (told, retryAfterMs) => {
    const { sync } = await transportTo(() => new Response(null, { status: 503, headers: { "retry-after": told } }));
    expect(await sync(SMALL)).toEqual({ ok: false, status: 503, problem: null, retryAfterMs });
  });
});
