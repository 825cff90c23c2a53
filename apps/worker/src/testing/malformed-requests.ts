import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { ORIGIN } from "./test-server";

/** A route as the app names it. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** What a request may be about and be sent with. */
export interface Ingredients {
  readonly routes: readonly Route[];
  /** Values for `:parameters`: own ids, other people's. */
  readonly ids: readonly string[];
  /** Valid bodies, to be spoilt. */
  readonly bodies: readonly object[];
}

/** A request in parts; `cookie` says whether and how the session is sent. */
export interface Malformed {
  readonly method: string;
  readonly path: string;
  readonly cookie: "valid" | "none" | "cut" | "junk";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** Inflates to a hundred times what any route takes. */
const BOMB = Buffer.alloc(30 * 1024 * 1024);
const BOMBS = {
  gzip: gzipSync(BOMB),
  br: brotliCompressSync(BOMB, { params: { [1]: 1 } }),
  deflate: deflateSync(BOMB),
};

/** Values that programs stumble over. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, -0, 1e308, 2 ** 53, -(2 ** 63), "", " ", "0", [], {}, [[]]),
  fc.constantFrom<unknown>(
    "\u0000",
    "a\u0000b",
    "\ud800",
    "\udfff\ud800",
    "\u202e",
    "x".repeat(70_000),
    "é".normalize("NFD"),
  ),
  fc.constantFrom<unknown>(
    "__proto__",
    "constructor",
    "toString",
    "../../etc/passwd",
    "'; drop table record; --",
    "%00",
  ),
  fc.constantFrom<unknown>({ constructor: { prototype: { isAdmin: true } } }, { length: 1e9 }, { toJSON: 1 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A valid body with one or a few places made wrong. */
function spoilt(bodies: readonly object[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      fc.constantFrom(...bodies),
      fc.array(fc.tuple(fc.nat(), odd, fc.constantFrom("replace", "delete", "add")), { minLength: 1, maxLength: 3 }),
    )
    .map(([body, changes]) => {
      const copy: unknown = structuredClone(body);
      for (const [pick, value, how] of changes) {
        const places = placesIn(copy);
        const [holder, key] = places[pick % Math.max(1, places.length)] ?? [];
        if (holder === undefined || key === undefined) continue;
        if (how === "delete") Reflect.deleteProperty(holder, key);
        else Reflect.set(holder, how === "add" ? `${key}x` : key, structuredClone(value));
      }
      return copy;
    });
}

function placesIn(value: unknown): (readonly [object, string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as const, ...placesIn(inner)]);
}

function texts(bodies: readonly object[]): fc.Arbitrary<string> {
  const valid = fc.constantFrom(...bodies.map((body) => JSON.stringify(body)));
  return fc.oneof(
    { weight: 6, arbitrary: spoilt(bodies).map((value) => JSON.stringify(value) ?? "") },
    { weight: 2, arbitrary: valid },
    { weight: 2, arbitrary: fc.tuple(valid, fc.nat(400)).map(([text, at]) => text.slice(0, at)) },
    { weight: 1, arbitrary: valid.map((text) => text + text) },
    { weight: 1, arbitrary: valid.map((text) => text.replace("{", '{"__proto__":{"account":"somebody"},')) },
    // The same key twice.
    { weight: 1, arbitrary: valid.map((text) => text.replace("{", `{${text.slice(1, -1)},`)) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(10, 1_000, 100_000).map((depth) => "[".repeat(depth) + "]".repeat(depth)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(10, 1_000, 20_000).map((depth) => '{"patch":'.repeat(depth) + "1" + "}".repeat(depth)),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("1e999999", "-1e999999", `1${"0".repeat(400)}`, `0.${"1".repeat(5_000)}`, "-0", "NaN", "1e")
        .map((number) => `{"proto":${number},"cursor":${number},"ops":[{"base":${number}}]}`),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  );
}

interface Encoded {
  readonly bytes: Uint8Array;
  readonly encoding: string | null;
}

function encoded(bodies: readonly object[]): fc.Arbitrary<Encoded> {
  const bytes = fc.oneof(
    { weight: 8, arbitrary: texts(bodies).map(encode) },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(Buffer.alloc(300 * 1024, 0x20), Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d])),
    },
  );
  const plain = bytes.map((each) => ({ bytes: each, encoding: null }));
  const name = fc.constantFrom("gzip", "br", "deflate", "identity", "zstd", "gzip, gzip", "GZIP", "x", "");
  return fc.oneof(
    { weight: 12, arbitrary: plain },
    { weight: 2, arbitrary: bytes.map((each) => ({ bytes: gzipSync(each), encoding: "gzip" })) },
    {
      weight: 1,
      arbitrary: bytes.map((each) => ({ bytes: brotliCompressSync(each, { params: { [1]: 1 } }), encoding: "br" })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(bytes, fc.nat(50))
        .map(([each, at]) => ({ bytes: gzipSync(each).subarray(0, at), encoding: "gzip" })),
    },
    { weight: 1, arbitrary: fc.record({ bytes, encoding: name }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...Object.entries(BOMBS).map(([encoding, bomb]) => ({ bytes: bomb, encoding }))),
    },
  );
}

// Of characters that a header may hold.
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});

const oddHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom(
        "Accept",
        "Accept-Language",
        "Accept-Encoding",
        "If-None-Match",
        "Range",
        "X-Forwarded-For",
        "Authorization",
        "X-HTTP-Method-Override",
      ),
      headerText,
      { maxKeys: 3 },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      "Content-Type": fc.oneof(
        headerText,
        fc.constantFrom(
          "text/plain",
          "application/json; charset=utf-16",
          "application/json, text/plain",
          "multipart/form-data; boundary=x",
        ),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      Origin: fc.oneof(headerText, fc.constantFrom("null", `${ORIGIN}.evil.example`, `${ORIGIN}, ${ORIGIN}`)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      "Content-Length": fc.constantFrom("0", "1", "-1", "99999999999", "1e3", "12, 12", "abc", "9".repeat(400)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ "Transfer-Encoding": fc.constantFrom("chunked", "gzip, chunked", "identity", "x") }),
  },
);

function paths({ routes, ids }: Ingredients): fc.Arbitrary<Route> {
  const part = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.uuid() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "..",
        ".",
        "%00",
        "%ff",
        "%2e%2e%2f",
        "%",
        "%zz",
        "__proto__",
        "x".repeat(3_000),
        "*",
        ":runner",
        "null",
        "%E2%80%AE",
      ),
    },
    {
      weight: 1,
      arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => encodeURIComponent(text)),
    },
  );
  const query = fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.webQueryParameters().map((text) => `?${text}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "?limit=-1",
        "?limit=1e9",
        "?limit=1&limit=2",
        "?after=",
        "?after=%00",
        "?device=%00",
        "?device=phone",
        "?__proto__=1",
        "?%",
        `?after=${"a".repeat(4_000)}`,
      ),
    },
  );
  return fc
    .tuple(fc.constantFrom(...routes), fc.array(part, { minLength: 3, maxLength: 3 }), query)
    .map(([{ method, path }, parts, end]) => {
      let at = 0;
      return { method, path: path.replaceAll(/:\w+/g, () => parts[at++] ?? "") + end };
    });
}

/** Requests that no phone of ours sends, and some that one does. */
export function malformedRequest(ingredients: Ingredients): fc.Arbitrary<Malformed> {
  const method = fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "Q");
  return fc
    .record({
      route: paths(ingredients),
      otherMethod: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: method }),
      cookie: fc.oneof(
        { weight: 8, arbitrary: fc.constant("valid" as const) },
        { weight: 3, arbitrary: fc.constantFrom("none" as const, "cut" as const, "junk" as const) },
      ),
      headers: oddHeaders,
      body: encoded(ingredients.bodies),
    })
    .map(({ route, otherMethod, cookie, headers, body }) => {
      const isWithBody = !["GET", "HEAD"].includes(otherMethod ?? route.method);
      return {
        method: otherMethod ?? route.method,
        path: route.path,
        cookie,
        headers: {
          Origin: ORIGIN,
          ...(isWithBody ? { "Content-Type": "application/json" } : {}),
          ...(isWithBody && body.encoding !== null ? { "Content-Encoding": body.encoding } : {}),
          ...headers,
        },
        body: isWithBody ? body.bytes : null,
      };
    });
}
