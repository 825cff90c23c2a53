import fc from "fast-check";
import { checkHistory } from "../history/check-history";
import { SCHEMA_STEPS, SCHEMA_VERSIONS } from "@legwork/core/record";
import { seedIds } from "./chance";
import { comeToRest } from "./come-to-rest";
import { everydayActs } from "./everyday-acts";
import { faultActs } from "./fault-acts";
import type { Tally } from "./faults";
import { newPlot, type Act } from "./story";
import { KIND_OF_2030 } from "./targets";
import { COACH, makeWorld, type World } from "./world";
import type { History, FinalState } from "../history/types";

/** Acts of one run. Our own choice: enough for three faults to meet. */
const ACTS_MAX = 40;
/** A story takes a fifth of a second; one that takes this long will never end. Our own choice. */
const STORY_TIMEOUT_MS = 20_000;

export const anyStory = fc.commands<Awaited<Plotted>, World, true>(
  [...everydayActs, ...faultActs].flatMap(({ weight, arbitrary }) => Array.from({ length: weight }, () => arbitrary)),
  { maxCommands: ACTS_MAX, size: "max" },
);
type Plotted = ReturnType<typeof newPlot>;

export interface Told {
  readonly history: History;
  readonly final: FinalState;
  readonly world: World;
}

/** Plays one story on real phones and a real server, then lets everybody come to rest. */
export function play(scheduler: fc.Scheduler, story: Iterable<Act>, tally: Tally): Promise<Told> {
  const pace: Pace = {
    schedule: (label) => scheduler.schedule(Promise.resolve(), label),
    waitFor: (work) => scheduler.waitFor(work),
  };
  return playAt(pace, story, tally);
}

/** Who decides when a message goes on. */
export type Pace = Pick<World, "schedule" | "waitFor">;

/** Every message goes on at once. */
export const atOnce: Pace = { schedule: () => Promise.resolve(), waitFor: (work) => work };

export async function playAt(pace: Pace, story: Iterable<Act>, tally: Tally): Promise<Told> {
  const restore = seedIds();
  try {
    knowKindOf2030();
    const world = await makeWorld({ tally, ...pace });
    tally.runs += 1;
    return await withinTime(world, tell(world, story));
  } finally {
    restore();
  }
}

async function tell(world: World, story: Iterable<Act>): Promise<Told> {
  await fc.asyncModelRun(() => ({ model: newPlot(), real: world }), story);
  world.doing = "everybody comes to rest";
  const final = await comeToRest(world, scopeOfCoach(world));
  return { history: world.history, final, world };
}

/** A run in which something waits for ever fails like any other, with its story. */
async function withinTime(world: World, telling: Promise<Told>): Promise<Told> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The story stands still at: ${world.doing}`)), STORY_TIMEOUT_MS);
  });
  try {
    return await Promise.race([telling, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What went wrong in a run, one sentence a line. */
export function complaints({ history, final, world }: Told): readonly string[] {
  return [
    ...world.surprises,
    ...checkHistory(history, final).map(({ invariant, sentence }) => `${invariant}: ${sentence}`),
  ];
}

function scopeOfCoach({ history }: World) {
  const last = history.findLast((event) => event.type === "grant" && event.account === COACH);
  return last?.type === "grant" && last.scope !== null ? last.scope : "none";
}

/** The newer app knows one kind more; the server does not, and its rules read their own list. */
function knowKindOf2030() {
  Object.assign(SCHEMA_VERSIONS, { [KIND_OF_2030]: 1 });
  Object.assign(SCHEMA_STEPS, { [KIND_OF_2030]: [] });
}
