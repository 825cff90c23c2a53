import { expect, test } from "vitest";
import { type RiskInput, storageRisk } from "./storage-risk";

const DAY = 86_400_000;
const SAFE: RiskInput = {
  kept: true,
  freeBytes: 1e9,
  connection: "live",
  onlyHere: 2,
  oldestAt: 10 * DAY,
  isClearedWhenUnused: false,
  now: 10 * DAY,
};

test.each<[string, Partial<RiskInput>, ReturnType<typeof storageRisk>]>([
  ["a browser that promises to keep everything", {}, null],
  ["a phone with little room, even then", { freeBytes: 1e6 }, "littleRoom"],
  ["nothing that only this phone has", { kept: false, onlyHere: 0, connection: "local", freeBytes: 1 }, null],
  ["no promise and no account", { kept: false, connection: "local" }, "noAccount"],
  ["Safari outside the home screen", { kept: false, isClearedWhenUnused: true }, "clearedWhenUnused"],
  ["no promise, sent within days", { kept: false, now: 12 * DAY }, null],
  ["no promise, waiting longer than a few days", { kept: false, now: 14 * DAY }, "waitsLong"],
  ["a browser that does not say", { kept: null, freeBytes: null, connection: "local" }, "noAccount"],
])("%s", (_, change, risk) => {
  expect(storageRisk({ ...SAFE, ...change })).toBe(risk);
});
