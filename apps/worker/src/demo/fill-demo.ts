import type { LocalDate } from "@legwork/core/calendar";
import { SCHEMA_VERSIONS } from "@legwork/core/record";
import {
  OPS_PER_REQUEST_MAX,
  PROTOCOL_VERSION,
  REQUEST_BYTES_MAX,
  syncPath,
  type Invitation,
  type Me,
  type Op,
  type RunnerClaim,
  type Squad,
  type SyncRequest,
  type SyncResponse,
} from "@legwork/core/wire";
import { demoClient, enter, type DemoClient } from "./demo-client";
import { COACH, RUNNER_NAMES, RUNNER_PASSWORD, SQUAD_NAME } from "./people";
import { simulateSquad, type SimulatedRunner } from "./simulate-squad";

export interface DemoToFill {
  /** Where the server answers, and the origin that its pages have. */
  readonly url: string;
  readonly origin: string;
  readonly today: LocalDate;
  readonly zone: string;
}

export interface DemoFilled {
  /** Runners that were filled in now; 0 when the demo was there already. */
  readonly runners: number;
  readonly ops: number;
}

/** The demo's own number: another one makes other lives of the same forty people. */
const SEED = 2026;
/** Room for the envelope around the ops. */
const PUSH_BYTES_MAX = REQUEST_BYTES_MAX - 8 * 1024;

/**
 * Fills a running server through its own endpoints: a coach, a squad, and forty runners who sign up, sync and accept an invitation.
 * Runners who are in the squad already are left alone, so a fill that was cut off is finished by the next one.
 */
export async function fillDemo(demo: DemoToFill): Promise<DemoFilled> {
  const coach = demoClient(demo);
  await enter(coach, COACH);
  const squad = await squadOf(coach);
  if (squad.runners >= RUNNER_NAMES.length) return { runners: 0, ops: 0 };

  let runners = 0;
  let ops = 0;
  for (const runner of simulateSquad({ seed: SEED, today: demo.today, zone: demo.zone })) {
    const pushed = await fillRunner(demo, { coach, squad, runner });
    if (pushed === null) continue;
    runners += 1;
    ops += pushed;
  }
  return { runners, ops };
}

async function squadOf(coach: DemoClient): Promise<Squad> {
  const { squads } = await coach.get<{ readonly squads: readonly Squad[] }>("/api/squads");
  return squads[0] ?? (await coach.post<Squad>("/api/squads", { name: SQUAD_NAME }));
}

interface RunnerToFill {
  readonly coach: DemoClient;
  readonly squad: Squad;
  readonly runner: SimulatedRunner;
}

/** How many ops were pushed; null when this runner is in the squad already. */
async function fillRunner(demo: DemoToFill, { coach, squad, runner }: RunnerToFill): Promise<number | null> {
  const phone = demoClient(demo);
  await enter(phone, { name: runner.name, email: runner.email, password: RUNNER_PASSWORD });
  const me = await phone.get<Me>("/api/me");
  if (me.grants.length > 0) return null;

  const claim = await phone.post<RunnerClaim>("/api/me/runner", { runner: runner.runner });
  if (claim.runner !== runner.runner) throw new Error(`${runner.email} is another runner already.`);
  let cursor = 0;
  for (const ops of batchesOf(runner.ops)) cursor = await push(phone, { runner, ops, cursor });
  const { code } = await coach.post<Invitation>(`/api/squads/${squad.id}/invitations`, {});
  await phone.post(`/api/invitations/${code}/accept`, {});
  return runner.ops.length;
}

async function push(
  phone: DemoClient,
  { runner, ops, cursor }: { readonly runner: SimulatedRunner; readonly ops: readonly Op[]; readonly cursor: number },
): Promise<number> {
  const request: SyncRequest = {
    proto: PROTOCOL_VERSION,
    device: `demo-${runner.runner}`,
    schemas: SCHEMA_VERSIONS,
    epoch: null,
    cursor,
    outbox: { count: ops.length, oldestS: 0 },
    ops,
  };
  const answer = await phone.post<SyncResponse>(syncPath(runner.runner), request);
  const refused = answer.results.find(({ status }) => status === "rejected" || status === "deferred");
  if (refused) throw new Error(`The demo's op ${refused.opId} was ${refused.status}.`);
  return answer.cursor;
}

/** As many ops as one request may hold. */
function batchesOf(ops: readonly Op[]): readonly (readonly Op[])[] {
  const batches: Op[][] = [];
  let bytes = Infinity;
  for (const op of ops) {
    const size = Buffer.byteLength(JSON.stringify(op)) + 1;
    const last = batches.at(-1);
    if (last && bytes + size <= PUSH_BYTES_MAX && last.length < OPS_PER_REQUEST_MAX) {
      last.push(op);
      bytes += size;
    } else {
      batches.push([op]);
      bytes = size;
    }
  }
  return batches;
}
