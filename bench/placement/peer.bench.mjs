// The same plans placed by us and by HiGHS as a mixed-integer model: equal sums, and how long each takes.
// `npm run bench -- placement-peer`, or `node bench/placement/peer.bench.mjs 50 7` for 50 plans of seed 7.
import loadHighs from "highs";
import { bundleCore, programmeDoses } from "./bundle-core.mjs";
import { mipModel } from "./mip-model.mjs";
import { randomPlan } from "./random-plan.mjs";

const [plans = 1000, seed = 20260831] = process.argv.slice(2).map(Number);
const FASTER_AT_LEAST = 100;

const core = await bundleCore([
  ...["placement", "run", "programme", "calendar"].map((area) => `${area}/index.ts`),
  "placement/place-weeks.ts",
  "placement/search.ts",
  "placement/configurations.ts",
  "testing/book-rules.ts",
  "testing/book-weeks.ts",
]);
// A gap makes sessions new again in the product; the model has no word for it, so both are asked without.
const doses = programmeDoses(core, "dumbbells");
const doseOf = (ask) => doses({ ...ask, returning: 1, turn: 1 });
const highs = await loadHighs();

const ours = [];
const theirs = [];
const different = [];
const place = (input) => core.searchWeeks(core.layOut(input), core.SMALLEST_SUM);
for (let number = 0; number < 50; number += 1) place(randomPlan(core, { seed: seed - 1, number, doseOf }));

for (let number = 0; number < plans; number += 1) {
  const input = randomPlan(core, { seed, number, doseOf });
  const model = mipModel(core, input);
  // Ours is over before the other's memory is swept up: the middle of five, theirs once.
  const placed = Array.from({ length: 5 }, () => timed(() => place(input)));
  const { score } = placed[0].result;
  const solved = timed(() => highs.solve(model, { mip_rel_gap: 0, mip_abs_gap: 0.5 }));
  ours.push(median(placed.map(({ ms }) => ms)));
  theirs.push(solved.ms);
  const solution = solved.result;
  const isEqual = solution.Status === "Optimal" && Math.abs(solution.ObjectiveValue - score) < 1e-6;
  if (!isEqual) different.push(`plan ${number}: ours ${score}, HiGHS ${solution.ObjectiveValue} (${solution.Status})`);
  if ((number + 1) % 100 === 0) console.error(`${number + 1} of ${plans}, ${different.length} different`);
}

const ratio = median(theirs) / median(ours);
console.log(`bench placement-peer seed=${seed} plans=${plans} equal=${plans - different.length}`);
console.log(`bench placement-peer ours median=${median(ours).toFixed(3)} ms p99=${quantile(ours, 0.99).toFixed(3)} ms`);
console.log(
  `bench placement-peer highs median=${median(theirs).toFixed(1)} ms p99=${quantile(theirs, 0.99).toFixed(1)} ms`,
);
console.log(`bench placement-peer ratio=${ratio.toFixed(0)} (at least ${FASTER_AT_LEAST} asked)`);
for (const line of different.slice(0, 20)) console.error(line);
process.exit(different.length === 0 && ratio >= FASTER_AT_LEAST ? 0 : 1);

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
