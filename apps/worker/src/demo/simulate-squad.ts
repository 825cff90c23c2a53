import { createHash } from "node:crypto";
import type { LocalDate } from "@legwork/core/calendar";
import type { PlanRecord } from "@legwork/core/plan";
import { parseRunnerId, SCHEMA_VERSIONS, type RecordKind, type RunnerId } from "@legwork/core/record";
import type { Op } from "@legwork/core/wire";
import { emailOf, RUNNER_NAMES } from "./people";
import { randomFrom } from "./random";
import { simulateRunner } from "./simulate-runner";
import { STORIES, STORY_NAMES, type StoryName } from "./stories";

export interface SquadToSimulate {
  readonly seed: number;
  readonly today: LocalDate;
  /** IANA zone of all runners. */
  readonly zone: string;
}

export interface SimulatedRunner {
  readonly runner: RunnerId;
  readonly name: string;
  readonly email: string;
  readonly story: StoryName;
  readonly records: readonly PlanRecord[];
  /** One op for each record, as a phone that was never online before has them. */
  readonly ops: readonly Op[];
}

/** Runners made one by one: to be filled in while the next one is simulated. */
export function* simulateSquad({ seed, today, zone }: SquadToSimulate): Generator<SimulatedRunner> {
  const stories = storiesInTurn();
  for (const [index, name] of RUNNER_NAMES.entries()) {
    const story = stories[index];
    if (story === undefined) return;
    const runner = runnerIdOf(`${seed} ${name}`);
    // A runner's own generator: what happens to one changes nothing for the others.
    const records = simulateRunner({ runner, name, story, zone, today }, randomFrom(seed * 1_000 + index));
    yield { runner, name, email: emailOf(name), story, records, ops: records.map(opThatMakes) };
  }
}

/** The stories dealt out like cards, so that each kind stands all over the list. */
function storiesInTurn(): readonly StoryName[] {
  const most = Math.max(...STORY_NAMES.map((name) => STORIES[name].runners));
  return Array.from({ length: most }, (_, round) => STORY_NAMES.filter((name) => STORIES[name].runners > round)).flat();
}

function opThatMakes({ id, kind, body }: PlanRecord): Op {
  // The id follows from the content: filling again what was filled half sends the same ops.
  const opId = uuidOf(`${id} ${JSON.stringify(body)}`);
  return { opId, record: id, kind, schema: SCHEMA_VERSIONS[kind as RecordKind], base: 0, epoch: "", patch: body };
}

function runnerIdOf(text: string): RunnerId {
  const id = parseRunnerId(uuidOf(text));
  if (id === null) throw new Error(`${text} gives no id`);
  return id;
}

/** A UUID (version 8: made our own way) from a hash of the text. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
