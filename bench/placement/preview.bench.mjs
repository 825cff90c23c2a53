// How long the plan takes: twelve weeks placed, explained and given their exercises; the placing alone, for 4 to 52 weeks; a plan that
// has to give sessions up; a proposal; one move while a finger drags; and whether memory stays flat.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Bench } from "tinybench";
import { bundleCore, programmeDoses, programmeWeek } from "./bundle-core.mjs";

const START = "2026-08-31";
const core = await bundleCore(
  ["preview", "placement", "run", "programme", "calendar"].map((area) => `${area}/index.ts`),
);
const doseOf = programmeDoses(core, "dumbbells");
const parsed = core.parsePreviewRequest({
  startDate: START,
  kit: "dumbbells",
  runs: core.SAMPLE_WEEK.runs.map(({ day, kind, minutes }) => ({ day, kind, minutes })),
});
if (!parsed.ok) throw new Error(`the sample week is refused: ${parsed.problem.code}`);
const crowded = core.SAMPLE_WEEKS.find(({ id }) => id === "five");

const bench = new Bench({ time: 1500, warmupTime: 750 })
  .add("preview-12-weeks", () => core.previewPlan(parsed.request))
  .add("place-4-weeks", place(core.SAMPLE_WEEK, 4))
  .add("place-12-weeks", place(core.SAMPLE_WEEK, 12))
  .add("place-26-weeks", place(core.SAMPLE_WEEK, 26))
  .add("place-52-weeks", place(core.SAMPLE_WEEK, 52))
  .add("place-12-weeks-giving-up", place(crowded, 12))
  .add("replan-12-weeks", replanAfterAMovedRun())
  .add("check-move", moveThroughTheWeek());
await bench.run();
for (const task of bench.tasks) console.log(line(task));
const perWeek = (weeks) => median(`place-${weeks}-weeks`) / weeks;
console.log(
  `bench growth per week: 4=${us(perWeek(4))} 12=${us(perWeek(12))} 26=${us(perWeek(26))} 52=${us(perWeek(52))} µs`,
);
console.log(memoryLine());

function line({ name, result }) {
  if (result.state !== "completed") throw result.error ?? new Error(`${name} ended as ${result.state}`);
  const { p50, p99, samplesCount } = result.latency;
  return `bench ${name} median=${p50.toFixed(3)} ms p99=${p99.toFixed(3)} ms runs=${samplesCount}`;
}

function median(name) {
  return bench.tasks.find((task) => task.name === name).result.latency.p50;
}

function us(milliseconds) {
  return (milliseconds * 1000).toFixed(0);
}

function weeksInput({ runs }, count) {
  const monday = (week) => core.addDays(START, week * 7);
  return {
    weeks: Array.from({ length: count }, (_, index) => ({
      week: programmeWeek(index),
      monday: monday(index),
      fixed: [],
      skipped: [],
    })),
    earliest: START,
    runs: Array.from({ length: count + 2 }, (_, index) => core.runsOfWeek(runs, monday(index - 1))).flat(),
    sessions: [],
    settings: core.DEFAULT_SETTINGS,
    habit: {},
    exposures: { A: 0, B: 0 },
    doseOf,
  };
}

// The leg loads and minutes are made beforehand: this is the search and its reasons only.
function place(sample, count) {
  const input = weeksInput(sample, count);
  return () => core.placeWeeks(input);
}

// Wednesday's key run of week 5 goes to Friday.
function replanAfterAMovedRun() {
  const weeks = weeksInput(core.SAMPLE_WEEK, 12);
  const standing = core.placeWeeks(weeks).flatMap(({ monday, sessions }) =>
    sessions.map(({ slot, kind, date, startTime }) => {
      return { monday, slot, kind, date, startTime, state: "planned", byHand: false };
    }),
  );
  const from = core.addDays(START, 4 * 7 + 2);
  const runs = weeks.runs.map((run) => (run.date === from ? { ...run, date: core.addDays(from, 2) } : run));
  const now = { date: core.addDays(START, -1), time: "12:00" };
  const input = { weeks: { ...weeks, runs }, standing, now, lastDone: { A: null, B: null } };
  if (core.replan(input).changes.length === 0) throw new Error("the moved run asks for no change");
  return () => core.replan(input);
}

// One week's session A to each of its days in turn.
function moveThroughTheWeek() {
  const monday = START;
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

// The heap after a collection, before and after two thousand plans.
function memoryLine() {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const plan = place(core.SAMPLE_WEEK, 12);
  const heapAfter = (plans) => {
    for (let index = 0; index < plans; index += 1) plan();
    collect();
    return process.memoryUsage().heapUsed / 1024;
  };
  const before = heapAfter(200);
  const after = heapAfter(2000);
  return `bench memory after 200 plans=${before.toFixed(0)} kB, after 2,200=${after.toFixed(0)} kB, growth=${(after - before).toFixed(0)} kB`;
}
