// How long the plan preview takes: twelve weeks placed, explained and given their exercises; and the placing alone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { Bench } from "tinybench";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "legwork-bench-"));

try {
  const core = await bundleCore();
  const parsed = core.parsePreviewRequest({
    startDate: "2026-08-31",
    kit: "dumbbells",
    runs: core.SAMPLE_WEEK.runs.map(({ day, kind, minutes }) => ({ day, kind, minutes })),
  });
  if (!parsed.ok) throw new Error(`the sample week is refused: ${parsed.problem.code}`);

  const bench = new Bench({ time: 2000, warmupTime: 1000 })
    .add("preview-12-weeks", () => core.previewPlan(parsed.request))
    .add("place-12-weeks", placeTwelveWeeks(core, parsed.request))
    .add("check-move", moveThroughTheWeek(core));
  await bench.run();
  for (const task of bench.tasks) console.log(line(task));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function line({ name, result }) {
  if (result.state !== "completed") throw result.error ?? new Error(`${name} ended as ${result.state}`);
  const { p50, p99, samplesCount } = result.latency;
  return `bench ${name} median=${p50.toFixed(3)} ms p99=${p99.toFixed(3)} ms runs=${samplesCount}`;
}

async function bundleCore() {
  const outfile = join(folder, "core.mjs");
  const door = (area) => JSON.stringify(join(root, "packages/core/src", area, "index.ts"));
  await build({
    stdin: {
      contents: ["preview", "placement", "run", "programme", "calendar"]
        .map((area) => `export * from ${door(area)};`)
        .join("\n"),
      resolveDir: join(root, "packages/core"),
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}

// The leg loads and minutes are made beforehand: this is the solver and its reasons only.
function placeTwelveWeeks(core, { startDate, strength }) {
  const doses = new Map();
  const doseOf = ({ kind, week, exposures }) => {
    const key = `${kind}${week}-${exposures}`;
    if (!doses.has(key)) {
      const asked = core.prescribe({ kind, week, kit: "dumbbells", maxMinutes: null });
      doses.set(key, { minutes: core.sessionMinutes(asked), legLoad: core.legLoad(asked, { exposures }) });
    }
    return doses.get(key);
  };
  const monday = (week) => core.addDays(startDate, week * 7);
  const input = {
    weeks: Array.from({ length: 12 }, (_, index) => ({
      week: index + 1,
      monday: monday(index),
      fixed: [],
      skipped: [],
    })),
    earliest: startDate,
    runs: Array.from({ length: 14 }, (_, index) => core.runsOfWeek(core.SAMPLE_WEEK.runs, monday(index - 1))).flat(),
    sessions: [],
    settings: strength,
    habit: {},
    exposures: { A: 0, B: 0 },
    doseOf,
  };
  return () => core.placeWeeks(input);
}

// One week's session A to each of its days in turn.
function moveThroughTheWeek(core) {
  const monday = "2026-08-31";
  const dose = (points, legs) => ({ minutes: { superset: 25, straight: 32 }, legLoad: { points, class: legs } });
  const week = {
    week: 1,
    monday,
    earliest: monday,
    runs: [-7, 0, 7].flatMap((days) => core.runsOfWeek(core.SAMPLE_WEEK.runs, core.addDays(monday, days))),
    sessions: [],
    settings: core.DEFAULT_SETTINGS,
    habit: {},
    skipped: [],
    doseOf: (kind) => (kind === "A" ? dose(8.4, "heavy") : dose(5.2, "moderate")),
  };
  const placed = core.placeWeek({ ...week, fixed: [] }).sessions;
  let moves = 0;
  return () => core.checkMove({ week, placed, slot: "A", to: { date: core.addDays(monday, (moves += 1) % 7) } });
}
