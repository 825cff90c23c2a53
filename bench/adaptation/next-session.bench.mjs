// How long the next session takes to come out of five years of records: the first time in a process, and after one more set.
import { availableParallelism, cpus } from "node:os";
import { bundleCore } from "../placement/bundle-core.mjs";
import { fiveYears } from "./five-years.mjs";

const areas = ["plan", "adaptation", "placement", "programme", "exercise", "calendar", "run", "record"];
const behindTheDoors = [
  "plan/derive-plan.ts",
  "plan/adapt-runner.ts",
  "plan/runner-facts.ts",
  "plan/place-slots.ts",
  "plan/plan-week.ts",
];
const core = await bundleCore([
  ...areas.map((area) => `${area}/index.ts`),
  ...behindTheDoors,
  "testing/builders.ts",
  "testing/runner-records.ts",
]);
const { runner, records, today } = fiveYears(core);
const count = (kind) => records.filter((record) => record.kind === kind).length;
console.log(
  `bench records=${records.length} sessions=${count("session_log")} runs=${count("run_log")} weeks=${count("week_plan")}`,
);
console.log(`bench cpu="${cpus()[0]?.model ?? "?"}" cores=${availableParallelism()}`);

/** Milliseconds from one more set to the next session. Our own choice. */
const LIMIT_MS = 5;

const asks = asksSoFar();
const parts = {
  // Records read, and everything that adaptation learns from them.
  adapt: (given) => core.adaptRunner(core.readRunner(runner, given), { asks, today }),
  // The running week with the prescription of its open session.
  "next-session": (given) => {
    const [running] = core.pastAndAheadOf(core.readRunner(runner, given), today).ahead;
    return core.planWeek(running, core.placePastWeek(running));
  },
  "whole-plan": (given) => core.derivePlan({ runner, records: given, today }),
};
for (const [name, make] of Object.entries(parts)) {
  // Other objects, so that nothing is remembered of them.
  const fresh = structuredClone(records);
  const first = timed(() => make(fresh));
  const again = Array.from({ length: 150 }, (_, turn) => {
    const changed = withOneMoreSet(fresh, turn);
    return timed(() => make(changed));
  });
  const median = Number(at(sortedBy(again, "clock"), 0.5));
  const verdict = name === "next-session" ? ` limit=${LIMIT_MS} ms ratio=${(median / LIMIT_MS).toFixed(2)}` : "";
  console.log(
    `bench ${name} first=${first.clock.toFixed(1)} ms (cpu ${first.cpu.toFixed(1)}) ${summary(again)}${verdict}`,
  );
  if (name === "next-session" && median > LIMIT_MS) process.exitCode = 1;
}

// One set of the latest session is other than it was: one new record, the others are the same objects.
function withOneMoreSet(all, turn) {
  const at = all.findLastIndex(({ kind, body }) => kind === "session_log" && body.slot === "B");
  const record = all[at];
  const body = { ...record.body, "sets/P1.1": { pattern: "P1", state: "done", amount: 5 + (turn % 6) } };
  return all.with(at, { ...record, body });
}

// On a machine that others use too, the processor's own time says more than the clock's.
function timed(work) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { clock: performance.now() - start, cpu: (user + system) / 1000 };
}

function summary(times) {
  const clock = sortedBy(times, "clock");
  const cpu = sortedBy(times, "cpu");
  return `after-one-set second=${times[0].clock.toFixed(1)} ms median=${at(clock, 0.5)} ms p90=${at(clock, 0.9)} ms cpu-median=${at(cpu, 0.5)} ms runs=${times.length}`;
}

function sortedBy(times, kind) {
  return times.map((time) => time[kind]).toSorted((one, other) => one - other);
}

function at(inOrder, share) {
  return inOrder[Math.floor(share * (inOrder.length - 1))].toFixed(2);
}

function asksSoFar() {
  const mondays = Array.from({ length: 260 }, (_, week) => core.addDays("2022-01-03", 7 * week));
  return core.asksOfWeeks({ mondays, runs: [], timeOff: [] });
}
