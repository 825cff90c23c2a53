import type { Scope } from "@legwork/core/wire";
import type { History, SyncAnswered, SyncEvent, WriteEvent } from "./types";

/** A tap and what became of it; `at` counts the events. */
export interface Write extends Extract<WriteEvent, { phase: "invoke" }> {
  readonly at: number;
  readonly outcome: "saved" | "unknown" | "failed";
}

/** A request and its answer, when one arrived. */
export interface Sync extends Extract<SyncEvent, { phase: "invoke" }> {
  readonly at: number;
  readonly answer: (SyncAnswered & { readonly at: number }) | null;
}

/** A history with its calls put together. */
export interface Reading {
  readonly history: History;
  readonly writes: readonly Write[];
  readonly syncs: readonly Sync[];
  /** When a device's database was wiped. */
  evictedAfter(device: string, at: number): boolean;
  rewoundAfter(at: number): boolean;
  /** What a coach may do has changed: what they sent before they can give no more to a server that forgets it. */
  grantChangedAfter(account: string, at: number): boolean;
  /** What `account` might do at some time between two events. */
  scopesBetween(account: string, from: number, to: number): readonly Scope[];
}

export function readHistory(history: History): Reading {
  const writeEnds = new Map<string, WriteEvent["phase"]>();
  const answers = new Map<string, SyncAnswered & { readonly at: number }>();
  history.forEach((event, at) => {
    if (event.type === "write" && event.phase !== "invoke") writeEnds.set(event.call, event.phase);
    if (event.type === "sync" && event.phase === "ok") answers.set(event.call, { ...event, at });
  });
  const writes: Write[] = [];
  const syncs: Sync[] = [];
  history.forEach((event, at) => {
    if (event.type === "write" && event.phase === "invoke") {
      writes.push({ ...event, at, outcome: outcomeOf(writeEnds.get(event.call)) });
    }
    if (event.type === "sync" && event.phase === "invoke") {
      syncs.push({ ...event, at, answer: answers.get(event.call) ?? null });
    }
  });
  return {
    history,
    writes,
    syncs,
    evictedAfter: (device, at) =>
      history.some((event, index) => index > at && event.type === "evict" && event.device === device),
    rewoundAfter: (at) => history.some((event, index) => index > at && event.type === "rewind"),
    grantChangedAfter: (account, at) =>
      history.some((event, index) => index > at && event.type === "grant" && event.account === account),
    scopesBetween: (account, from, to) => scopesBetween(history, { account, from, to }),
  };
}

function outcomeOf(phase: WriteEvent["phase"] | undefined): Write["outcome"] {
  if (phase === "ok") return "saved";
  return phase === "fail" ? "failed" : "unknown";
}

function scopesBetween(
  history: History,
  { account, from, to }: { readonly account: string; readonly from: number; readonly to: number },
): readonly Scope[] {
  let scopes: (Scope | null)[] = [null];
  history.slice(0, to).forEach((event, at) => {
    if (event.type !== "grant" || event.account !== account) return;
    scopes = at < from ? [event.scope] : [...scopes, event.scope];
  });
  return scopes.filter((scope) => scope !== null);
}
