// The figures of all systems side by side, and how each was set up.
import { LOGS_PER_PUSH } from "../sync/devices.mjs";
import { medianAndRange, tenths, whole } from "../sync/statistics.mjs";
import { CONNECTIONS, CUT_EVERY, KEEPS_UP_MS, LOGS_CUT, RATES } from "./measures.mjs";

export function report({ sides, missing, rounds }) {
  console.log(
    `\nMedians of ${rounds} interleaved rounds and their range; every server alone at its work on two cores shared with the load.`,
  );
  for (const failure of missing) console.log(`Not compared: ${failure}.`);
  section(`${LOGS_PER_PUSH} logs a request over ${CONNECTIONS} kept connections`);
  rows(sides, "batches", [
    ["", (seen) => seen.logsPerS, whole, "logs/s"],
    ["  on the wire, both ways", (seen) => seen.bytesPerLog, whole, "bytes a log"],
  ]);
  section(`One log a request at ${RATES[0]}/s (a late answer delays no other request)`);
  rows(sides, "singles", [
    ["p50", (seen) => seen.p50, tenths, "ms"],
    ["p99", (seen) => seen.p99, tenths, "ms"],
    ["on the wire, both ways", (seen) => seen.bytesPerLog, whole, "bytes a log"],
  ]);
  section(`Highest of ${RATES.join(", ")}/s kept up with (at the end half of the answers within ${KEEPS_UP_MS} ms)`);
  rows(sides, "singles", [
    ["", (seen) => seen.keptUp, whole, "/s"],
    ["  there p50", (seen) => seen.keptUpP50, tenths, "ms"],
    ["  there p99", (seen) => seen.keptUpP99, tenths, "ms"],
  ]);
  section(
    `${LOGS_CUT} logs a round, one of ${CUT_EVERY} answers cut after the server had worked, sent again; all rounds`,
  );
  for (const side of sides) reportCuts(side);
  section("Durability: what is promised, and calls a request while it is watched");
  for (const side of sides) if (side.mode.only === undefined) reportSyncs(side);
  section("Set up");
  for (const { system, mode } of sides)
    if (mode.only === undefined) console.log(`${system.name}: ${system.configured}.`);
}

function section(title) {
  console.log(`\n${title}`);
}

function rows(sides, measure, lines) {
  for (const { mode, rounds } of sides) {
    const seen = rounds.map((round) => round[measure]).filter((each) => each !== undefined);
    if (seen.length === 0) continue;
    for (const [what, pick, show, unit] of lines) {
      const values = seen.map(pick).filter((value) => value !== undefined);
      const shown = values.length === 0 ? "–" : medianAndRange(values, show);
      console.log(`  ${`${mode.name} ${what}`.padEnd(64)}${shown} ${unit}`);
    }
  }
}

function reportCuts({ mode, rounds }) {
  const seen = rounds.map((round) => round.cuts).filter((each) => each !== undefined);
  if (seen.length === 0) return;
  const sum = (pick) => whole(seen.reduce((all, each) => all + pick(each), 0));
  console.log(
    `  ${mode.name.padEnd(40)}${sum((each) => each.cuts)} answers cut: ${sum((each) => each.lost)} logs lost, ${sum((each) => each.doubled)} there twice`,
  );
}

function reportSyncs({ system, syncs }) {
  console.log(`  ${system.name}: ${system.promise}.`);
  if (syncs.failure !== undefined) {
    console.log(`    not counted: ${syncs.failure}`);
    return;
  }
  const names = { single: "one log", batch: `${LOGS_PER_PUSH} logs`, together: "one log, eight at once" };
  for (const [key, name] of Object.entries(names)) {
    const { fsync, fdatasync, sync_file_range: range, pwrite64 } = syncs[key];
    console.log(
      `    ${name.padEnd(24)}${(fsync + fdatasync).toFixed(2)} syncs (fsync, fdatasync), ${range.toFixed(2)} sync_file_range, ${pwrite64.toFixed(2)} pwrite64`,
    );
  }
}
