import {
  manifestPath,
  type ManifestRequest,
  type ManifestResponse,
  OPS_PER_REQUEST_MAX,
  type Problem,
  syncPath,
  type SyncRequest,
  type SyncResponse,
} from "@legwork/core/wire";
import type { RunnerId } from "@legwork/core/record";
import type { runCycle } from "@legwork/web/sync";
import type { Device } from "./device";
import { count, type NetworkFault } from "./faults";
import type { Tab } from "./tab";
import type { World } from "./world";

type Transport = Parameters<typeof runCycle>[0]["transport"];
type SyncAnswer = Awaited<ReturnType<Transport["sync"]>>;

/** The way from one tab to the server: every message waits until the scheduler lets it go. */
export function transportOf(world: World, device: Device, tab: Tab): Transport {
  return {
    sync: (runner, request) => tab.step(() => carrySync(world, device, { runner, request })),
    manifest: (runner, request) => tab.step(() => carryManifest(world, device, { runner, request })),
    account: () => tab.step(async () => (device.session === "live" ? device.account : null)),
  };
}

interface Sending {
  readonly runner: RunnerId;
  readonly request: SyncRequest;
}

async function carrySync(world: World, device: Device, { runner, request }: Sending): Promise<SyncAnswer> {
  const call = world.nextCall();
  const { epoch, cursor, ops } = request;
  world.tally.requests += 1;
  if (world.isEndless(device)) throw cut();
  world.log({ type: "sync", phase: "invoke", call, device: device.name, account: device.account, epoch, cursor, ops });
  const answer = await carry(world, device, {
    path: syncPath(runner),
    body: JSON.stringify(request),
    ops: ops.length,
  }).catch((error: unknown) => {
    world.log({ type: "sync", phase: "unknown", call });
    throw error;
  });
  if (answer.status !== 200) {
    world.log({ type: "sync", phase: "fail", call });
    return { ok: false, status: answer.status, problem: answer.body as Problem | null, retryAfterMs: null };
  }
  const response = answer.body as SyncResponse;
  for (const { status } of response.results) count(world.tally.statuses, status);
  world.log({
    type: "sync",
    phase: "ok",
    call,
    epoch: response.epoch,
    head: response.head,
    cursor: response.cursor,
    results: response.results,
    changes: response.changes,
  });
  return { ok: true, response };
}

async function carryManifest(
  world: World,
  device: Device,
  { runner, request }: { readonly runner: RunnerId; readonly request: ManifestRequest },
) {
  world.tally.requests += 1;
  const answer = await carry(world, device, { path: manifestPath(runner), body: JSON.stringify(request), ops: 0 });
  return answer.status === 200
    ? ({ ok: true, response: answer.body as ManifestResponse } as const)
    : ({ ok: false, status: answer.status, problem: answer.body as Problem | null, retryAfterMs: null } as const);
}

interface Message {
  readonly path: string;
  readonly body: string;
  readonly ops: number;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function carry(world: World, device: Device, message: Message): Promise<Answer> {
  const fault = device.nextFault;
  if (fault !== null && appliesTo(fault, message)) {
    device.nextFault = null;
    count(world.tally.faults, fault);
    return carryBadly(world, device, { message, fault });
  }
  const life = world.serverLife;
  await world.schedule(`request of ${device.name}`);
  if (life !== world.serverLife) throw cut();
  const answer = await ask(world, device, message);
  await world.schedule(`answer to ${device.name}`);
  if (life !== world.serverLife) throw cut();
  return answer;
}

async function carryBadly(
  world: World,
  device: Device,
  { message, fault }: { readonly message: Message; readonly fault: NetworkFault },
): Promise<Answer> {
  const life = world.serverLife;
  const arriveLater = async () => {
    await world.schedule(`late request of ${device.name}`);
    if (life === world.serverLife) await ask(world, device, message);
  };
  switch (fault) {
    case "request lost":
      await world.schedule(`nothing from ${device.name}`);
      throw cut();
    case "answer lost":
      await world.schedule(`request of ${device.name}`);
      await ask(world, device, message);
      throw cut();
    case "request late":
      world.leave(arriveLater());
      throw cut();
    case "request doubled":
      world.leave(arriveLater());
      return carry(world, device, message);
    default:
      await world.schedule(`${fault} for ${device.name}`);
      return { status: Number(fault), body: null };
  }
}

/** Only a batch can be too large: an answer 413 to a single small op would be a lie that no server of ours tells. */
function appliesTo(fault: NetworkFault, { ops }: Message): boolean {
  return fault !== "413" || (ops > 1 && ops <= OPS_PER_REQUEST_MAX);
}

async function ask(world: World, device: Device, { path, body }: Message): Promise<Answer> {
  if (device.session === "expired") return { status: 401, body: { code: "signInNeeded" } };
  const response = await world.server.request(device.account, path, body);
  if (response.status >= 500)
    world.surprise(`The server itself answered ${response.status} to ${device.name}: ${body}`);
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) as unknown };
}

function cut(): Error {
  return new TypeError("Failed to fetch");
}
