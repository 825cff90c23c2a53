import type { DeviceState, OpPlace } from "../history/types";
import { lookInto } from "../look-into";
import type { LocalDb } from "@legwork/web/local-db";
import { openDeviceDb } from "./open-device-db";
import type { NetworkFault } from "./faults";
import { type Browser, openTab, type Tab } from "./tab";
import { makeBrowser } from "./browser";
import type { RunnerId } from "@legwork/core/record";

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
export async function look({ name, runner, eye }: Device): Promise<Look> {
  return { device: name, ...(await lookInto(eye, runner)) };
}
