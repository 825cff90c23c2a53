import type { Op } from "@legwork/core/wire";
import type { DeviceState, OpPlace } from "../history/types";
import type { LocalDb } from "@legwork/web/local-db";
import { openDeviceDb } from "./open-device-db";
import type { NetworkFault } from "./faults";
import { type Browser, openTab, type Tab } from "./tab";
import { makeBrowser } from "./browser";
import type { RunnerId } from "@legwork/core/record";
import { streamOf } from "@legwork/web/sync";

/** A phone: its database, its tabs, its clock and who is signed in. */
export interface Device {
  readonly name: string;
  readonly account: string;
  readonly runner: RunnerId;
  readonly browser: Browser;
  /** Rises when the database is wiped. */
  generation: number;
  app: "old" | "new";
  session: "live" | "expired";
  /** Epoch ms by the device's own clock. */
  clock: number;
  tab: Tab;
  /** A connection of its own, for looking. */
  eye: LocalDb;
  frozen: { readonly tab: Tab; readonly rest: Promise<void> }[];
  nextFault: NetworkFault | null;
  /** How often it has asked since the last cycle of anybody began. */
  requestsAtAct: { readonly act: number; readonly count: number };
}

export interface NewDevice {
  readonly runner: RunnerId;
  readonly name: string;
  readonly account: string;
  readonly app: Device["app"];
  readonly clock: number;
}

export function makeDevice({ name, account, app, clock, runner }: NewDevice): Device {
  const browser = makeBrowser();
  const eye = openDeviceDb(`${name}/0`, runner);
  const tab = openTab(openDeviceDb(`${name}/0`, runner), browser);
  const born = { generation: 0, session: "live", nextFault: null, requestsAtAct: { act: 0, count: 0 } } as const;
  return { name, account, app, clock, runner, browser, eye, tab, ...born, frozen: [] };
}

export function databaseName({ name, generation }: Device): string {
  return `${name}/${generation}`;
}

export function newTab(device: Device): Tab {
  return openTab(openDeviceDb(databaseName(device), device.runner), device.browser);
}

export type Look = DeviceState & { readonly ops: readonly OpPlace[] };

/** Looks into the database past every tab and every fate. */
export function look({ name, runner, eye }: Device): Promise<Look> {
  return eye.read(["records", "outbox", "quarantine", "sent", "streams"], async (tx) => {
    const [stream, records, outbox, quarantine, sent] = await Promise.all([
      streamOf(tx, runner),
      tx.objectStore("records").getAll(),
      tx.objectStore("outbox").getAll(),
      tx.objectStore("quarantine").getAll(),
      tx.objectStore("sent").getAll(),
    ]);
    const places = (place: OpPlace["place"], entries: readonly { readonly op: Op }[]) =>
      entries.map(({ op }): OpPlace => ({ op, place }));
    return {
      device: name,
      epoch: stream.epoch,
      cursor: stream.cursor,
      records: records.map(({ id, kind, body, deleted, server }) => ({ id, kind, body, deleted, server })),
      ops: [...places("outbox", outbox), ...places("quarantine", quarantine), ...places("sent", sent)],
    };
  });
}
