import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import { v4 as randomId } from "uuid";
import { readCurrentRunner } from "./device";
import { openLocalDb } from "./open";

describe("the phone's database", () => {
  test("the runner and the device are born with it and stay", async () => {
    const name = randomId();
    const db = openLocalDb({ name });
    const runner = await readCurrentRunner(db);
    db.close();
    expect(await readCurrentRunner(openLocalDb({ name }))).toBe(runner);
  });

  test("a write that fails half way leaves nothing", async () => {
    const db = openLocalDb({ name: randomId() });
    const failing = db.write(["device"], async (tx) => {
      await tx.objectStore("device").put("half", "test");
      throw new Error("cut");
    });
    await expect(failing).rejects.toThrow("cut");
    expect(await db.read(["device"], (tx) => tx.objectStore("device").get("test"))).toBeUndefined();
  });

  test("a newer version in another tab is not blocked, and the next use says so instead of hanging", async () => {
    const name = randomId();
    const db = openLocalDb({ name });
    await readCurrentRunner(db);
    const newer = await openDB(name, 2);
    await expect(readCurrentRunner(db)).rejects.toMatchObject({ name: "VersionError" });
    newer.close();
  });

  test("a lost connection is opened anew without the caller noticing", async () => {
    const name = randomId();
    const db = openLocalDb({ name });
    const runner = await readCurrentRunner(db);
    await db.write(["device"], async (tx) => {
      tx.db.close();
      await tx.objectStore("device").put(1, "test");
    });
    expect(await readCurrentRunner(db)).toBe(runner);
  });
});
