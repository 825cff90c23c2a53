import { describe, expect, test } from "vitest";
import { addRest, clockText, isResting, pauseOrGoOn, restLeftMs, startRest } from "./rest-timer";
import { holdStanding, secondsHeld } from "./hold-timer";

describe("rest timer", () => {
  test("it is right after ten minutes in the pocket: over", () => {
    const timer = startRest(50, 1_000);
    expect(restLeftMs(timer, 19_000)).toBe(32_000);
    expect(isResting(timer, 1_000 + 600_000)).toBe(false);
  });

  test("a pause stops the clock for as long as it lasts", () => {
    const paused = pauseOrGoOn(startRest(50, 0), 20_000);
    expect(restLeftMs(paused, 500_000)).toBe(30_000);
    expect(restLeftMs(pauseOrGoOn(paused, 500_000), 510_000)).toBe(20_000);
  });

  test("fifteen seconds more are added to what is left and to the whole", () => {
    const timer = addRest(startRest(50, 0));
    expect(restLeftMs(timer, 20_000)).toBe(45_000);
    expect(timer.totalMs).toBe(65_000);
    expect(restLeftMs(addRest(pauseOrGoOn(timer, 20_000)), 0)).toBe(60_000);
  });

  test("under a minute it reads whole seconds, above m:ss", () => {
    expect([clockText(32_000), clockText(31_001), clockText(60_000), clockText(65_500), clockText(1)]).toEqual([
      "32",
      "32",
      "1:00",
      "1:06",
      "1",
    ]);
  });
});

describe("timed hold", () => {
  const plank = { seconds: 30, perSide: false };
  const sidePlank = { seconds: 20, perSide: true };

  test("it gives five seconds to get ready, then counts the hold down", () => {
    expect(holdStanding(plank, 0)).toMatchObject({ phase: "ready", leftMs: 5_000 });
    expect(holdStanding(plank, 15_000)).toMatchObject({ phase: "hold", side: 1, leftMs: 20_000 });
    expect(holdStanding(plank, 35_000)).toEqual({ phase: "over" });
  });

  test("a hold per side has a change between the sides", () => {
    expect(holdStanding(sidePlank, 26_000)).toMatchObject({ phase: "change" });
    expect(holdStanding(sidePlank, 31_000)).toMatchObject({ phase: "hold", side: 2, leftMs: 19_000 });
    expect(holdStanding(sidePlank, 50_000)).toEqual({ phase: "over" });
  });

  test("stopped early it counts what the worse side held", () => {
    expect(secondsHeld(plank, 20_500)).toBe(15);
    expect(secondsHeld(sidePlank, 20_000)).toBe(0);
    expect(secondsHeld(sidePlank, 38_000)).toBe(8);
    expect(secondsHeld(plank, 3_000)).toBe(0);
  });
});
