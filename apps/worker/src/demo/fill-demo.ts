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
import { demoClient, enter, type DemoClient, type ServerAddress } from "./demo-client";
import { COACH, RUNNER_PASSWORD, SQUAD_NAME } from "./people";
import type { SimulatedRunner } from "./simulate-squad";

export interface DemoToFill extends ServerAddress {
  /** Read only as far as somebody is missing. */
  readonly runners: Iterable<SimulatedRunner>;
  /** How many there are. */
  readonly size: number;
}

export interface DemoFilled {
  /** Runners that were filled in now; 0 when the demo was there already. */
  readonly runners: number;
  readonly ops: number;
}

/** Runners filled in at a time: enough to keep the server busy. */
const LANES = 4;
/** Room for the envelope around the ops. */
const PUSH_BYTES_MAX = REQUEST_BYTES_MAX - 8 * 1024;

/**
 * Fills a running server through its own endpoints: a coach, a squad, and runners who sign up, sync and accept an invitation.
 * Runners who are in the squad already are left alone, so a fill that was cut off is finished by the next one.
 */
export async function fillDemo(demo: DemoToFill): Promise<DemoFilled> {
  const coach = demoClient(demo);
  await enter(coach, COACH);
  const squad = await squadOf(coach);
  if (squad.runners >= demo.size) return { runners: 0, ops: 0 };

  const filled = { runners: 0, ops: 0 };
  // The lanes take their runners from one iterator: while one waits for the server, another simulates.
  const runners = demo.runners[Symbol.iterator]();
  const lane = async () => {
    for (let next = runners.next(); next.done !== true; next = runners.next()) {
      const runner = next.value;
      const pushed = await fillRunner(demo, { coach, squad, runner });
      if (pushed === null) continue;
      filled.runners += 1;
      filled.ops += pushed;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return filled;
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
  for (const ops of batchesOf(runner.ops)) await push(phone, runner, ops);
  const { code } = await coach.post<Invitation>(`/api/squads/${squad.id}/invitations`, {});
  await phone.post(`/api/invitations/${code}/accept`, {});
  return runner.ops.length;
}

async function push(phone: DemoClient, runner: SimulatedRunner, ops: readonly Op[]): Promise<void> {
  const request: SyncRequest = {
    proto: PROTOCOL_VERSION,
    device: `demo-${runner.runner}`,
    schemas: SCHEMA_VERSIONS,
    epoch: null,
    cursor: 0,
    outbox: { count: ops.length, oldestS: 0 },
    ops,
    // This phone is never looked at: it pulls as little as it may.
    limit: 1,
  };
  const answer = await phone.post<SyncResponse>(syncPath(runner.runner), request);
  const refused = answer.results.find(({ status }) => status === "rejected" || status === "deferred");
  if (refused) throw new Error(`The demo's op ${refused.opId} was ${refused.status}.`);
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
