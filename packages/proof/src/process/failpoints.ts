import { readFile } from "node:fs/promises";
import type { Plugin } from "@legwork/worker/testing";

/** Where a server of the test build can be made to kill itself; product code knows nothing of it. */
export const FAILPOINTS = [
  "readingRequest",
  "beforeCommit",
  "afterCommit",
  "midResponse",
  "starting",
  "migrating",
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

/** Kills at the `hit`-th time that the point is passed; of `migrating` it is so many milliseconds after it began. */
export interface Arming {
  readonly failpoint: Failpoint;
  readonly hit: number;
}

const VARIABLE = "LEGWORK_TEST_FAILPOINT";

export function armed({ failpoint, hit }: Arming): Record<string, string> {
  return { [VARIABLE]: `${failpoint} ${hit}` };
}

interface Injection {
  readonly file: RegExp;
  readonly at: RegExp;
  readonly code: string;
}

const INJECTIONS: readonly Injection[] = [
  { file: /middleware\/read-json\.ts$/, at: /const whole = /, code: 'pass("readingRequest"); $&' },
  { file: /db\/src\/push\.ts$/, at: /export async function writePushes\([^)]*\)[^{]*\{/, code: "$& hasWritten();" },
  {
    file: /db\/src\/connection\.ts$/,
    at: /await Promise\.all\(\[\.\.\.asked, client\.query\("commit"\)\]\);/,
    // The commit leaves together with the last write; to die between the two, the write is waited for.
    code: 'await Promise.all(asked); passWritten("beforeCommit"); $& passWritten("afterCommit");',
  },
  { file: /routes\/sync\.ts$/, at: /new Response\(body,/, code: "new Response(halfOf(body)," },
  { file: /process\/start-server\.ts$/, at: /listener\.serve\(/, code: 'pass("starting"); $&' },
  { file: /db\/src\/migrate\.ts$/, at: /await migrate\(/, code: "killLater(); $&" },
];

/** Half an answer must be on its way before the end; a millisecond is not enough on a busy machine. */
const HALF_WRITTEN_MS = 30;

// Plain JavaScript, in front of the bundle.
const KILLER = `
const [armedPoint, armedHit] = (process.env.${VARIABLE} ?? "none 0").split(" ");
let hitsLeft = Number(armedHit);
let isWritten = false;
const kill = () => process.kill(process.pid, "SIGKILL");
function pass(point) { if (point === armedPoint && --hitsLeft === 0) kill(); }
function hasWritten() { isWritten = true; }
function passWritten(point) { if (isWritten) pass(point); if (point === "afterCommit") isWritten = false; }
function killLater() { if (armedPoint === "migrating") setTimeout(kill, hitsLeft); }
function halfOf(body) {
  if (armedPoint !== "midResponse" || --hitsLeft !== 0) return body;
  const bytes = new TextEncoder().encode(body);
  return new ReadableStream({ start(controller) { controller.enqueue(bytes.slice(0, bytes.length / 2)); setTimeout(kill, ${HALF_WRITTEN_MS}); } });
}`;

/** Puts the failpoints into a bundle. A place that is no longer in the source fails the build, not the proof. */
export function failpoints(): Plugin {
  const injected = new Set<Injection>();
  return {
    name: "failpoints",
    setup(build) {
      const { banner } = build.initialOptions;
      build.initialOptions.banner = { ...banner, js: `${banner?.["js"] ?? ""}${KILLER}` };
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const here = INJECTIONS.filter(({ file }) => file.test(path));
        if (here.length === 0) return null;
        let contents = await readFile(path, "utf8");
        for (const injection of here) {
          if (injection.at.test(contents)) injected.add(injection);
          contents = contents.replace(injection.at, injection.code);
        }
        return { contents, loader: "ts" };
      });
      build.onEnd(() => ({
        errors: INJECTIONS.filter((one) => !injected.has(one)).map(({ file, at }) => ({
          text: `No place for a failpoint: ${String(at)} is not in ${String(file)}`,
        })),
      }));
    },
  };
}
