// What the disk itself does at the rate of the single logs: no server that writes through to it can wait less.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "./statistics.mjs";

/** A page, as Postgres writes its log. */
const PAGE = Buffer.alloc(8192);

/** At a fixed rate a page is written and flushed; each wait counts from the moment it was due, as in the open loop. */
export async function bareFlushes(folder, { perSecond, seconds }) {
  const path = join(folder, "flushes");
  const file = openSync(path, "w");
  const waits = [];
  const startedAt = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const dueAt = startedAt + (index * 1000) / perSecond;
    if (performance.now() < dueAt) await pause(dueAt - performance.now());
    writeSync(file, PAGE, 0, PAGE.length, index * PAGE.length);
    fdatasyncSync(file);
    waits.push(performance.now() - dueAt);
  }
  closeSync(file);
  rmSync(path);
  return { p50: percentile(waits, 0.5), p99: percentile(waits, 0.99) };
}
