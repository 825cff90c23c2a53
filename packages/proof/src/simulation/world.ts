import { IDBFactory } from "fake-indexeddb";
import type { RunnerId } from "@legwork/core/record";
import type { Scope } from "@legwork/core/wire";
import type { HistoryEvent } from "../history/types";
import { countedId } from "./chance";
import { type Device, makeDevice, databaseName, look, type Look } from "./device";
import type { Fault, Tally } from "./faults";
import { count } from "./faults";
import { signInDevice } from "./open-device-db";
import { makeServer, type SimulatedServer } from "./server";
import { type Target, type TargetName, targetsOf } from "./targets";

export const RUNNER = countedId(800_001) as string as RunnerId;
export const OWNER = "mo";
export const COACH = "coach";

/** What the runner lets the coach see, more and less. */
export const WIDE: Scope = { read: ["settings", "week_plan", "session_log", "comment"], write: ["comment"] };
export const NARROW: Scope = { read: ["comment"], write: ["comment"] };

export const RUNNERS_DEVICES = ["phone", "tablet", "newer"] as const;
export const DEVICES = [...RUNNERS_DEVICES, "coach"] as const;
export type DeviceName = (typeof DEVICES)[number];

/** Everything that a run plays in. */
export interface World {
  readonly history: readonly HistoryEvent[];
  readonly tally: Tally;
  readonly server: SimulatedServer;
  readonly targets: Readonly<Record<TargetName, Target>>;
  serverLife: number;
  /** The act that is under way. */
  doing: string;
  device(name: DeviceName): Device;
  log(event: HistoryEvent): void;
  /** Waits until the scheduler lets the message go. */
  schedule(label: string): Promise<unknown>;
  /** Waits for what depends on messages. */
  waitFor<Result>(work: Promise<Result>): Promise<Result>;
  /** Something that nobody waits for now, but everybody at the end. */
  leave(work: Promise<unknown>): void;
  readonly left: readonly Promise<unknown>[];
  nextCall(): string;
  /** A text that stands nowhere else in the history. */
  nextMark(): string;
  fault(fault: Fault): void;
  /** Whether a device has asked so often without an act of anybody that it will never stop; then it is cut off. */
  isEndless(device: Device): boolean;
  /** What must not happen and no invariant speaks of. */
  surprise(sentence: string): void;
  readonly surprises: readonly string[];
  /** Notes what the device shows. */
  show(device: Device): Promise<void>;
  /** What the devices held when they were last looked at. */
  readonly lastLooks: ReadonlyMap<string, Look>;
}

export interface WorldOptions {
  readonly tally: Tally;
  readonly schedule: World["schedule"];
  readonly waitFor: World["waitFor"];
}

/** Requests of one cycle; an honest one in these small stories takes a dozen. Our own choice. */
const REQUESTS_MAX = 100;
/** Epoch ms at which every device's clock begins. */
const START_MS = Date.parse("2026-03-02T08:00:00Z");

export async function makeWorld({ tally, schedule, waitFor }: WorldOptions): Promise<World> {
  globalThis.indexedDB = new IDBFactory();
  const history: HistoryEvent[] = [];
  const surprises: string[] = [];
  const left: Promise<unknown>[] = [];
  const lastLooks = new Map<string, Look>();
  const log = (event: HistoryEvent) => void history.push(event);
  const server = makeServer({ runner: RUNNER, owner: OWNER, log, schedule });
  const devices = new Map<DeviceName, Device>(
    DEVICES.map((name) => [
      name,
      makeDevice({
        runner: RUNNER,
        name,
        account: name === "coach" ? COACH : OWNER,
        app: name === "newer" ? "new" : "old",
        clock: START_MS,
      }),
    ]),
  );
  for (const device of devices.values()) await signInDevice(databaseName(device), RUNNER);
  let calls = 0;
  let marks = 0;
  return {
    history,
    tally,
    server,
    targets: targetsOf(RUNNER),
    serverLife: 0,
    doing: "nothing yet",
    device(name) {
      const found = devices.get(name);
      if (found === undefined) throw new Error(`No device ${name}`);
      return found;
    },
    log,
    schedule,
    waitFor,
    leave: (work) => void left.push(work),
    left,
    nextCall: () => `c${(calls += 1)}`,
    nextMark: () => `v${(marks += 1)}.`,
    fault: (fault) => count(tally.faults, fault),
    isEndless(device) {
      const isNew = device.requestsAtAct.act !== tally.cycles;
      device.requestsAtAct = { act: tally.cycles, count: isNew ? 1 : device.requestsAtAct.count + 1 };
      if (device.requestsAtAct.count <= REQUESTS_MAX) return false;
      surprises.push(`${device.name} asks and asks, and its cycle does not end.`);
      return true;
    },
    surprise: (sentence) => void surprises.push(sentence),
    surprises,
    async show(device) {
      const seen = await look(device);
      lastLooks.set(device.name, seen);
      const { epoch, cursor, records } = seen;
      log({ type: "shows", state: { device: device.name, epoch, cursor, records } });
    },
    lastLooks,
  };
}
