import { type Json, type RecordKind } from "@legwork/core/record";
import { discardRefused, inOneTab, runCycle, writeRecords } from "@legwork/web/sync";
import { databaseName, type Device, look, newTab } from "./device";
import { transportOf } from "./network";
import { openDeviceDb, signInDevice } from "./open-device-db";
import type { Ending, Fate, Locks, Tab } from "./tab";
import type { Target } from "./targets";
import { RUNNER, type World } from "./world";

/** A second passes with everything that a person does. */
const ACT_MS = 1_000;

/** A tap on a device: says saved only when the product says so. */
export async function write(
  world: World,
  device: Device,
  { target, fate = null }: { readonly target: Target; readonly fate?: Fate | null },
): Promise<void> {
  const mark = world.nextMark();
  const shown = (await look(device)).records.find(({ id }) => id === target.record);
  const begins = shown === undefined || shown.deleted;
  const patch = { ...(begins ? target.begin : {}), [target.key]: target.valueOf(mark) };
  await writeNow(world, device, { target, change: { key: target.key, value: mark }, patch, fate });
}

export async function remove(world: World, device: Device, { target }: { readonly target: Target }): Promise<void> {
  const shown = (await look(device)).records.find(({ id }) => id === target.record);
  if (shown === undefined || shown.deleted) return;
  await writeNow(world, device, { target, change: null, patch: {}, fate: null });
}

interface Writing {
  readonly target: Pick<Target, "record" | "kind" | "merge" | "known">;
  readonly change: { readonly key: string; readonly value: string } | null;
  readonly patch: Readonly<Record<string, Json>>;
  readonly fate: Fate | null;
}

export async function writeNow(world: World, device: Device, { target, change, patch, fate }: Writing): Promise<void> {
  const call = world.nextCall();
  const { record, kind, merge, known } = target;
  const { name, account, tab } = device;
  device.clock += ACT_MS;
  world.log({ type: "write", phase: "invoke", call, device: name, account, record, kind, change, merge, known });
  const one = { id: record, kind: kindOfAnyApp(kind), patch, ...(change === null ? { del: true as const } : {}) };
  const ending = await tab.under(fate, () => writeRecords(tab.db, [one], device.clock));
  const phase = ending.status === "done" ? "ok" : ending.status === "failed" ? "fail" : "unknown";
  world.log({ type: "write", phase, call });
  if (ending.status === "failed" && fate === null) {
    world.surprise(`${name} could not write ${kind}: ${String(ending.error)}`);
  }
  settle(world, device, ending);
  await world.show(device);
}

/** The newer app writes kinds that this one has no type for. */
function kindOfAnyApp(kind: string): RecordKind {
  return kind as RecordKind;
}

export interface Syncing {
  readonly fate?: Fate | null;
  /** `timer` leaves a stopped stream alone, `asked` tries it. */
  readonly trigger?: "timer" | "asked";
  /** `none`: a browser without Web Locks, in which nothing keeps two tabs apart. */
  readonly locks?: "shared" | "none";
}

/** A whole cycle, as a tab begins it: under the lock that all tabs of the device share. */
export async function sync(world: World, device: Device, syncing: Syncing = {}) {
  const ending = await beginSync(world, device, { tab: device.tab, ...syncing });
  settle(world, device, ending);
  await world.show(device);
  return ending.status === "done" ? ending.result : null;
}

export function beginSync(
  world: World,
  device: Device,
  { tab, fate = null, trigger = "asked", locks = "shared" }: Syncing & { readonly tab: Tab },
) {
  world.tally.cycles += 1;
  device.clock += ACT_MS;
  const now = () => device.clock;
  const options = {
    db: tab.db,
    transport: transportOf(world, device, tab),
    runner: RUNNER,
    now,
    insist: trigger === "asked",
  };
  return tab.under(fate, () => {
    useLocks(locks === "shared" ? { locks: tab.locks } : {});
    return inOneTab({ db: tab.db, name: RUNNER, now }, (hold) => runCycle({ ...options, hold }));
  });
}

/** The product looks at `navigator.locks` once, as the first thing it does. */
function useLocks(navigator: { readonly locks?: Locks }) {
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: navigator });
}

/** A tab that died or froze is followed by a fresh one. */
export function settle(world: World, device: Device, ending: Ending<unknown>) {
  if (ending.status === "frozen") {
    device.frozen.push({ tab: device.tab, rest: ending.rest });
    device.tab = newTab(device);
  }
  if (ending.status === "dead") {
    world.log({ type: "deviceRestart", device: device.name });
    device.tab = newTab(device);
  }
}

/** All frozen tabs of a device go on, with what they knew when they froze. */
export async function wake(world: World, device: Device): Promise<void> {
  const woken = device.frozen;
  device.frozen = [];
  for (const { tab } of woken) tab.wake();
  await world.waitFor(Promise.all(woken.map(({ rest }) => rest)));
  await world.show(device);
}

interface Forgetting {
  readonly target: Target;
  /** Who begins the record, and who goes on with it. */
  readonly first: Device;
  readonly other: Device;
}

/** The server forgets a record of one device while another has gone on with it: the other's op waits until the first has healed. */
export async function forgetBeginning(world: World, { target, first, other }: Forgetting): Promise<void> {
  const backup = world.server.backUp();
  for (const device of [first, other]) {
    await write(world, device, { target });
    await world.waitFor(sync(world, first));
    const syncing = device === first ? {} : ({ fate: { atStep: 1, what: "dieBefore" } } as const);
    await world.waitFor(sync(world, other, syncing));
  }
  world.fault("server fails over to an older copy");
  failOver(world, backup);
  await world.waitFor(sync(world, other));
}

export function failOver(world: World, backup: Backup) {
  world.serverLife += 1;
  world.server.setBack(backup, "failover");
}
type Backup = Parameters<World["server"]["setBack"]>[0];

/** Something that is not a moment stands where one has to. */
export async function writeImpossible(world: World, device: Device): Promise<void> {
  await write(world, device, { target: { ...world.targets.comment2, key: "writtenAt" } });
}

/** What passes every check of the server's and its database cannot hold. */
export async function writePoison(world: World, device: Device): Promise<void> {
  await write(world, device, { target: { ...world.targets.comment1, valueOf: (mark: string) => `poison ${mark}` } });
}

/** The system takes the whole database away; the runner signs in again. */
export async function evict(world: World, device: Device): Promise<void> {
  device.frozen = [];
  device.generation += 1;
  await signInDevice(databaseName(device), RUNNER);
  device.tab = newTab(device);
  device.eye.close();
  device.eye = openDeviceDb(databaseName(device), RUNNER);
  world.log({ type: "evict", device: device.name });
}

/** The runner lets go what was refused. */
export async function discard(world: World, device: Device): Promise<void> {
  const { ops } = await look(device);
  const records = new Set(ops.filter(({ place }) => place === "quarantine").map(({ op }) => op.record));
  for (const record of records) {
    const gone = ops.filter(({ place, op }) => place !== "sent" && op.record === record).map(({ op }) => op);
    await discardRefused(device.tab.db, RUNNER, record);
    world.log({ type: "discard", device: device.name, ops: gone });
  }
  if (records.size > 0) await world.show(device);
}
