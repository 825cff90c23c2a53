import { expect, test } from "vitest";
import { endEpoch, restorePointOf, type Epochs } from "./index";

const first: Epochs = { epoch: "e1", restoreHead: 0, endedEpochs: {} };
const restored = (before: Epochs, epoch: string, restoreHead: number): Epochs => ({
  epoch,
  restoreHead,
  endedEpochs: endEpoch(before, restoreHead),
});

test("[REC13] a base of the present history, or made before any, counts as it is", () => {
  for (const epoch of ["e1", ""]) expect(restorePointOf(epoch, first)).toBeNull();
});

test("[REC13] of several restores the earliest point counts that the base has lived through", () => {
  const third = restored(restored(first, "e2", 100), "e3", 250);
  expect(restorePointOf("e1", third)).toBe(100);
  expect(restorePointOf("e2", third)).toBe(250);
  const fourth = restored(third, "e4", 90);
  expect(["e1", "e2", "e3"].map((epoch) => restorePointOf(epoch, fourth))).toEqual([90, 90, 90]);
});

test("[REC13] of very many restores the oldest are one, whose bases count no further than the earliest", () => {
  let epochs = restored(first, "e2", 100);
  for (let restore = 3; restore <= 200; restore += 1) epochs = restored(epochs, `e${restore}`, 1_000 + restore);
  expect(Object.keys(epochs.endedEpochs).length).toBeLessThan(30);
  expect(["e1", "e2", "lost"].map((epoch) => restorePointOf(epoch, epochs))).toEqual([100, 100, 100]);
  expect(restorePointOf("e199", epochs)).toBe(1_200);
});

test("[REC13] a history that the backup does not know counts no further than any restore", () => {
  expect(restorePointOf("lost", restored(first, "e2", 100))).toBe(100);
  expect(restorePointOf("lost", restored(restored(first, "e2", 100), "e3", 250))).toBe(100);
});
