// The figures of all systems side by side, and how each was set up.
import { LOGS_PER_PUSH } from "../sync/devices.mjs";
import { medianAndRange, tenths, whole } from "../sync/statistics.mjs";
import { CONNECTIONS, CUT_EVERY, KEEPS_UP_MS, LOGS_CUT, RATES } from "./measures.mjs";

const TABLES = [
  {
    title: `${LOGS_PER_PUSH} logs a request over ${CONNECTIONS} kept connections: logs/s`,
    pick: ({ batches }) => batches?.logsPerS,
    show: whole,
  },
  {
    title: `One log a request at ${RATES[0]}/s, a late answer delays no other request: p50 in ms`,
    pick: ({ singles }) => singles?.p50,
    show: tenths,
  },
  { title: "  the same: p99 in ms", pick: ({ singles }) => singles?.p99, show: tenths },
  {
    title: `Highest of ${RATES.join(", ")}/s kept up with (0: none; in the last quarter half of the answers within ${KEEPS_UP_MS} ms)`,
    pick: ({ singles }) => singles?.keptUp,
    show: whole,
  },
  { title: "  p50 at that rate in ms", pick: ({ singles }) => singles?.keptUpP50, show: tenths },
  { title: "  p99 at that rate in ms", pick: ({ singles }) => singles?.keptUpP99, show: tenths },
  {
    title: `Bytes a log on the wire, request and answer with their heads, ${LOGS_PER_PUSH} logs a request`,
    pick: ({ batches }) => batches?.bytesPerLog,
    show: whole,
  },
  { title: "  the same, answers compressed", pick: ({ compressed }) => compressed?.batch, show: whole },
  { title: "  one log a request", pick: ({ singles }) => singles?.bytesPerLog, show: whole },
  { title: "  the same, answers compressed", pick: ({ compressed }) => compressed?.single, show: whole },
];
const WATCHED_AS = {
  single: "one log",
  batch: `${LOGS_PER_PUSH} logs`,
  together: `one log, ${CONNECTIONS} at once`,
};

export function report({ sides, missing, rounds }) {
  console.log(
    `\nMedians of ${rounds} interleaved rounds and their range; every server alone at its work on two cores shared with the load.`,
  );
  for (const failure of missing) console.log(`Not compared: ${failure}.`);
  for (const table of TABLES) reportTable(sides, table);
  console.log(
    `\n${LOGS_CUT} logs a round, one of ${CUT_EVERY} answers cut after the server had worked, sent again; all rounds together`,
  );
  for (const side of sides) reportCuts(side);
  const systems = sides.filter(({ mode }) => mode.only === undefined);
  console.log("\nDurability: what is promised, and calls a request, those after the answer counted too");
  for (const side of systems) reportSyncs(side);
  console.log("\nSet up");
  for (const { system } of systems) console.log(`    ${system.name}: ${system.configured}.`);
}

function reportTable(sides, { title, pick, show }) {
  console.log(title.startsWith(" ") ? title : `\n${title}`);
  for (const { mode, rounds } of sides) {
    const values = rounds.map(pick).filter((value) => value !== undefined);
    if (values.length > 0) line(mode.name, medianAndRange(values, show));
  }
}

function reportCuts({ mode, rounds }) {
  const seen = rounds.map(({ cuts }) => cuts).filter((cuts) => cuts !== undefined);
  if (seen.length === 0) return;
  const sum = (pick) => whole(seen.reduce((all, each) => all + pick(each), 0));
  line(
    mode.name,
    `${sum(({ cuts }) => cuts)} answers cut: ${sum(({ lost }) => lost)} logs lost, ${sum(({ doubled }) => doubled)} there twice`,
  );
}

function reportSyncs({ system, syncs }) {
  console.log(`    ${system.name}: ${system.promise}.`);
  if (syncs.failure !== undefined) {
    console.log(`      not counted: ${syncs.failure}`);
    return;
  }
  for (const [key, name] of Object.entries(WATCHED_AS)) {
    const { fsync, fdatasync, sync_file_range: range, pwrite64 } = syncs[key];
    const syncing = `${(fsync + fdatasync).toFixed(2)} fsync or fdatasync`;
    line(`  ${name}`, `${syncing}, ${range.toFixed(2)} sync_file_range, ${pwrite64.toFixed(2)} pwrite64`);
  }
}

function line(name, value) {
  console.log(`    ${name.padEnd(42)}${value}`);
}
