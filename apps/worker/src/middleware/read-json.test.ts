import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ProblemError } from "../problem";
import { readJson } from "./read-json";

const MAX = 64 * 1024;

function request(body: Uint8Array, encoding?: string): Request {
  const headers = {
    "Content-Type": "application/json",
    ...(encoding === undefined ? {} : { "Content-Encoding": encoding }),
  };
  return new Request("http://localhost/", { method: "POST", headers, body });
}

async function refusal(body: Uint8Array, encoding?: string) {
  const error: unknown = await readJson(request(body, encoding), MAX).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProblemError)) throw new Error(`no refusal: ${String(error)}`);
  const { status, code, detail } = error.problem;
  return { status, code, detail };
}

const value = { text: "Ä🏃", list: Array.from({ length: 500 }, (_, index) => index) };
const plain = Buffer.from(JSON.stringify(value));

test.each([
  ["plain", plain, undefined],
  ["identity", plain, "identity"],
  ["gzip", gzipSync(plain), "gzip"],
  ["GZip", gzipSync(plain), " GZip"],
  ["br", brotliCompressSync(plain), "br"],
])("a body that came %s is read", async (_, body, encoding) => {
  expect(await readJson(request(body, encoding), MAX)).toEqual(value);
});

describe("a body that inflates beyond the limit is refused", () => {
  const bomb = Buffer.alloc(60 * 1024 * 1024);

  test.each([
    ["gzip", gzipSync(bomb)],
    ["br", brotliCompressSync(bomb)],
  ])("%s, without inflating the rest", async (encoding, body) => {
    const before = process.memoryUsage().rss;
    expect(await refusal(body, encoding)).toEqual({
      status: 413,
      code: "tooLarge",
      detail: `At most ${MAX} bytes.`,
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(bomb.length / 2);
  });

  test("one byte too many, and not one less", async () => {
    const text = (length: number) => gzipSync(Buffer.from(JSON.stringify("x".repeat(length - 2))));
    expect(await readJson(request(text(MAX), "gzip"), MAX)).toHaveLength(MAX - 2);
    expect(await refusal(text(MAX + 1), "gzip")).toMatchObject({ status: 413 });
  });
});

test.each(["deflate", "zstd", "gzip, gzip", "gzip, br", "x-gzip", "../../etc"])(
  "the encoding %s is refused by name",
  async (encoding) => {
    expect(await refusal(deflateSync(plain), encoding)).toEqual({
      status: 415,
      code: "wrongMediaType",
      detail: "Content-Encoding may be gzip or br; send the body plain otherwise.",
    });
  },
);

test.each([
  ["plain text called gzip", plain, "gzip"],
  ["gzip that was cut off", gzipSync(plain).subarray(0, 100), "gzip"],
  ["gzip with a wrong checksum", withWrongChecksum(gzipSync(plain)), "gzip"],
  ["gzip called br", gzipSync(plain), "br"],
  ["brotli that was cut off", brotliCompressSync(plain).subarray(0, 40), "br"],
  ["nothing called gzip", Buffer.alloc(0), "gzip"],
])("%s is refused as such", async (_, body, encoding) => {
  expect(await refusal(body, encoding)).toEqual({
    status: 400,
    code: "invalidRequest",
    detail: `The body is not ${encoding}, or was cut off.`,
  });
});

test("what is no JSON after inflating is refused like what is none before", async () => {
  for (const body of [Buffer.from("{runs"), Buffer.from([0x22, 0xff, 0x22])]) {
    expect(await refusal(gzipSync(body), "gzip")).toEqual(await refusal(body));
  }
});

function withWrongChecksum(gzip: Buffer): Buffer {
  return gzip.fill(7, gzip.length - 8);
}
