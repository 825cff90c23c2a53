import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, test, vi } from "vitest";
import { v4 as randomId } from "uuid";
import type { RunnerId } from "@legwork/core/record";
import { deviceValue, readCurrentRunner } from "./device";
import { GoneError, NoRoomError } from "./failures";
import { openLocalDb } from "./open";

describe("the phone's database", () => {
  test("the runner and the device are born with it and stay", async () => {
    const name = randomId();
    const db = openLocalDb({ name });
    const runner = await readCurrentRunner(db);
    const device = await db.read(["device"], (tx) => deviceValue(tx, "device"));
    db.close();
    const again = openLocalDb({ name });
    expect(await readCurrentRunner(again)).toBe(runner);
    expect(await again.read(["device"], (tx) => deviceValue(tx, "device"))).toBe(device);
  });

  test("tabs that start at once on a new phone agree on one runner", async () => {
    const name = randomId();
    const tabs = Array.from({ length: 4 }, () => openLocalDb({ name }));
    const runners = await Promise.all(tabs.map(readCurrentRunner));
    expect(new Set(runners).size).toBe(1);
    await vi.waitFor(async () => {
      const names = (await indexedDB.databases()).flatMap((each) => each.name ?? []);
      expect(names.filter((each) => each.startsWith(`${name}/`))).toEqual([`${name}/${runners[0]}`]);
    });
  });

  test("each account has a database and a device id of its own", async () => {
    const db = openLocalDb({ name: randomId() });
    const first = await readCurrentRunner(db);
    const other = randomId() as RunnerId;
    const device = await db.read(["device"], (tx) => deviceValue(tx, "device"));
    await db.bear(other);
    await db.show(other);
    expect(await readCurrentRunner(db)).toBe(other);
    expect(await db.read(["device"], (tx) => deviceValue(tx, "device"))).not.toBe(device);
    expect(await readCurrentRunner(db.account(first))).toBe(first);
  });

  test("another tab goes along when it is told, and a database that was taken away is not made anew", async () => {
    const name = randomId();
    const [db, tab] = [openLocalDb({ name }), openLocalDb({ name })];
    const first = await readCurrentRunner(db);
    expect(await readCurrentRunner(tab)).toBe(first);
    const other = randomId() as RunnerId;
    await db.bear(other);
    await db.show(other);
    await db.discard(first);
    expect(await readCurrentRunner(tab)).toBe(other);
    await expect(readCurrentRunner(tab.account(first))).rejects.toBeInstanceOf(GoneError);
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(`${name}/${first}`);
  });

  test("an account's database that is lost comes back empty, for the same runner and as a new device", async () => {
    const name = randomId();
    const db = openLocalDb({ name });
    const runner = await readCurrentRunner(db);
    const device = await db.read(["device"], (tx) => deviceValue(tx, "device"));
    db.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(`${name}/${runner}`).addEventListener("success", resolve);
    });
    const again = openLocalDb({ name });
    expect(await readCurrentRunner(again)).toBe(runner);
    expect(await again.read(["device"], (tx) => deviceValue(tx, "device"))).not.toBe(device);
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

  test.each(["QuotaExceededError", "AbortError", "UnknownError"])(
    "a full phone that aborts with %s keeps nothing of the write and says that there is no room",
    async (errorName) => {
      const db = openLocalDb({ name: randomId() });
      const failing = db.write(["device"], async (tx) => {
        await tx.objectStore("device").put("half", "test");
        throw new DOMException("Encountered full disk while committing: QuotaExceeded", errorName);
      });
      await expect(failing).rejects.toBeInstanceOf(NoRoomError);
      expect(await db.read(["device"], (tx) => tx.objectStore("device").get("test"))).toBeUndefined();
    },
  );

  test("a newer version in another tab is not blocked, and the next use says so instead of hanging", async () => {
    const name = randomId();
    const db = openLocalDb({ name });
    const runner = await readCurrentRunner(db);
    const newer = await openDB(`${name}/${runner}`, 2);
    await expect(readCurrentRunner(db)).rejects.toMatchObject({ name: "VersionError" });
    newer.close();
  });

  test("a tab that does not let an older version go is told of until it does", async () => {
    const name = randomId();
    const stubborn = await openDB(name, 1);
    const onWaiting = vi.fn();
    const opening = readCurrentRunner(openLocalDb({ name, onWaiting }));
    await vi.waitFor(() => expect(onWaiting).toHaveBeenLastCalledWith("otherTab"));
    stubborn.close();
    expect(await opening).toBeTruthy();
    expect(onWaiting).toHaveBeenLastCalledWith("nobody");
  });

  test.each([
    ["InvalidStateError", "The database connection is closing."],
    ["UnknownError", "Connection to Indexed Database server lost. Refresh the page to try again"],
    ["UnknownError", "Internal error opening backing store: database"],
    ["AbortError", "The connection was closed."],
  ])("a connection lost with %s (%s) is opened anew without the caller noticing", async (errorName, message) => {
    const db = openLocalDb({ name: randomId() });
    let tries = 0;
    await db.write(["device"], async (tx) => {
      tries += 1;
      await tx.objectStore("device").put(tries, "test");
      if (tries === 1) throw new DOMException(message, errorName);
    });
    expect(await db.read(["device"], (tx) => tx.objectStore("device").get("test"))).toBe(2);
  });

  test("a connection that stays lost is an error, not a loop", async () => {
    const db = openLocalDb({ name: randomId() });
    let tries = 0;
    const failing = db.write(["device"], () => {
      tries += 1;
      return Promise.reject(new DOMException("The database connection is closing.", "InvalidStateError"));
    });
    await expect(failing).rejects.toMatchObject({ name: "InvalidStateError" });
    expect(tries).toBeLessThan(12);
  });
});
