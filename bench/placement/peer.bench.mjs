// The same plans placed by us and by HiGHS as mixed-integer models: equal sums, and how long each takes.
// `npm run bench -- placement-peer`, or `node bench/placement/peer.bench.mjs 50 7` for 50 plans of seed 7.
import loadHighs from "highs";
import { bundleCore, programmeDoses } from "./bundle-core.mjs";
import { mipModel } from "./mip-model.mjs";
import { patternModel } from "./mip-patterns.mjs";
import { randomPlan } from "./random-plan.mjs";

const [plans = 1000, seed = 20260831] = process.argv.slice(2).map(Number);
const SLOWER_AT_LEAST = 100;
const EXACT = { mip_rel_gap: 0, mip_abs_gap: 0.5 };

const core = await bundleCore([
  ...["placement", "run", "programme", "calendar"].map((area) => `${area}/index.ts`),
  "placement/place-weeks.ts",
  "placement/search.ts",
  "placement/configurations.ts",
  "testing/book-rules.ts",
  "testing/book-weeks.ts",
]);
const highs = await loadHighs();
const doses = programmeDoses(core, "dumbbells");
const place = (input) => core.searchWeeks(core.layOut(input), core.SMALLEST_SUM);

/** The model that one would write first, and the close one; each is compared with us on the question that it has words for. */
const peers = [
  {
    name: "first-model",
    doseOf: (ask) => doses({ ...ask, returning: 1, turn: 1 }),
    model: mipModel,
    solve: (text) => {
      const { Status, ObjectiveValue } = highs.solve(text, EXACT);
      return Status === "Optimal" ? ObjectiveValue : NaN;
    },
    ours: [],
    theirs: [],
    different: [],
  },
  {
    name: "close-model",
    doseOf: doses,
    model: patternModel,
    solve: (data) =>
      highs.withModel(data, (model) => {
        model.options.set({ output_flag: false, ...EXACT });
        model.run();
        return model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getObjectiveValue() : NaN;
      }),
    ours: [],
    theirs: [],
    different: [],
  },
];

for (let number = 0; number < 50; number += 1) place(randomPlan(core, { seed: seed - 1, number, doseOf: doses }));
for (let number = 0; number < plans; number += 1) {
  for (const peer of peers) compare(peer, number);
  if ((number + 1) % 100 === 0) console.error(`${number + 1} of ${plans}`);
}
const [first] = peers;
for (const peer of peers) report(peer);
const isEqual = peers.every(({ different }) => different.length === 0);
console.log(`bench placement-peer slower=${ratioOf(first).toFixed(0)}× (at least ${SLOWER_AT_LEAST}× asked)`);
process.exit(isEqual && ratioOf(first) >= SLOWER_AT_LEAST ? 0 : 1);

function compare({ doseOf, model, solve, ours, theirs, different }, number) {
  const input = randomPlan(core, { seed, number, doseOf });
  const made = model(core, input);
  // Ours is over before the other's memory is swept up: the middle of five, theirs once.
  const placed = Array.from({ length: 5 }, () => timed(() => place(input)));
  const solved = timed(() => solve(made));
  ours.push(median(placed.map(({ ms }) => ms)));
  theirs.push(solved.ms);
  const { score } = placed[0].result;
  if (!(Math.abs(solved.result - score) < 1e-6))
    different.push(`plan ${number}: ours ${score}, HiGHS ${solved.result}`);
}

function report({ name, ours, theirs, different }) {
  console.log(`bench placement-peer ${name} seed=${seed} plans=${plans} equal=${plans - different.length}`);
  console.log(`bench placement-peer ${name} ours ${quantiles(ours, 3)}`);
  console.log(`bench placement-peer ${name} HiGHS ${quantiles(theirs, 1)}`);
  console.log(`bench placement-peer ${name} ratio of medians=${(median(theirs) / median(ours)).toFixed(0)}`);
  for (const line of different.slice(0, 20)) console.error(line);
}

function ratioOf({ ours, theirs }) {
  return median(theirs) / median(ours);
}

function quantiles(values, digits) {
  const shown = (share) => quantile(values, share).toFixed(digits);
  return `median=${shown(0.5)} ms p90=${shown(0.9)} ms p99=${shown(0.99)} ms`;
}

function timed(work) {
  const startedAt = performance.now();
  const result = work();
  return { result, ms: performance.now() - startedAt };
}

function median(values) {
  return quantile(values, 0.5);
}

function quantile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
