import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { v4 as randomId } from "uuid";
import { openLocalDb } from "@/local-db";
import { inOneTab } from "./exclusive";

afterEach(() => vi.unstubAllGlobals());

/** Web Locks of one browser: one holder a name, `steal` takes it from a holder that never lets go. */
function browserLocks() {
  let held = false;
  return {
    async request(
      _name: string,
      options: { ifAvailable?: true; steal?: true },
      work: (lock: object | null) => unknown,
    ) {
      if (held && options.ifAvailable) return work(null);
      held = true;
      const result = await work({});
      held = false;
      return result;
    },
  };
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve: (value: Value) => resolve(value) };
}

describe("one tab at a time", () => {
  test("a second tab leaves the work to the first", async () => {
    vi.stubGlobal("navigator", { locks: browserLocks() });
    const options = { db: openLocalDb({ name: randomId() }), name: "runner", now: () => 1_000 };
    const work = deferred<string>();
    const begun = deferred<null>();
    const first = inOneTab(options, () => {
      begun.resolve(null);
      return work.promise;
    });
    await begun.promise;
    expect(await inOneTab(options, () => Promise.resolve("second"))).toBeNull();
    work.resolve("first");
    expect(await first).toBe("first");
    expect(await inOneTab(options, () => Promise.resolve("third"))).toBe("third");
  });

  test("a tab that was frozen with the lock is passed over after a minute", async () => {
    vi.stubGlobal("navigator", { locks: browserLocks() });
    const db = openLocalDb({ name: randomId() });
    const begun = deferred<null>();
    void inOneTab({ db, name: "runner", now: () => 1_000 }, () => {
      begun.resolve(null);
      return deferred<null>().promise;
    });
    await begun.promise;
    expect(await inOneTab({ db, name: "runner", now: () => 60_999 }, () => Promise.resolve("early"))).toBeNull();
    expect(await inOneTab({ db, name: "runner", now: () => 61_000 }, () => Promise.resolve("mine"))).toBe("mine");
  });

  test("a tab that wakes after it was passed over is told so, and changes nothing of the other's hold", async () => {
    vi.stubGlobal("navigator", { locks: browserLocks() });
    const db = openLocalDb({ name: randomId() });
    const [begun, wake] = [deferred<null>(), deferred<null>()];
    const sleeper = inOneTab({ db, name: "runner", now: () => 1_000 }, async (hold) => {
      const before = await hold.keep();
      begun.resolve(null);
      await wake.promise;
      return { before, after: await hold.keep() };
    });
    await begun.promise;
    const other = await inOneTab({ db, name: "runner", now: () => 61_000 }, async (hold) => {
      wake.resolve(null);
      expect(await sleeper).toEqual({ before: true, after: false });
      return hold.keep();
    });
    expect(other).toBe(true);
  });

  test("a long cycle that keeps saying so is not passed over", async () => {
    vi.stubGlobal("navigator", { locks: browserLocks() });
    const db = openLocalDb({ name: randomId() });
    let clock = 1_000;
    const begun = deferred<null>();
    void inOneTab({ db, name: "runner", now: () => clock }, async (hold) => {
      clock = 50_000;
      await hold.keep();
      begun.resolve(null);
      return deferred<null>().promise;
    });
    await begun.promise;
    expect(await inOneTab({ db, name: "runner", now: () => 61_000 }, () => Promise.resolve("mine"))).toBeNull();
  });

  test("a lock that was taken away is no fault", async () => {
    const taken = () => Promise.reject(new DOMException("Lock broken by another request", "AbortError"));
    vi.stubGlobal("navigator", { locks: { request: taken } });
    const options = { db: openLocalDb({ name: randomId() }), name: "runner", now: () => 1_000 };
    expect(await inOneTab(options, () => Promise.resolve("done"))).toBeNull();
  });

  test("a frozen tab is passed over at once when the clock was set back behind its lease", async () => {
    vi.stubGlobal("navigator", { locks: browserLocks() });
    const db = openLocalDb({ name: randomId() });
    const begun = deferred<null>();
    void inOneTab({ db, name: "runner", now: () => 100_000 }, () => {
      begun.resolve(null);
      return deferred<null>().promise;
    });
    await begun.promise;
    expect(await inOneTab({ db, name: "runner", now: () => 99_999 }, () => Promise.resolve("mine"))).toBe("mine");
  });

  test("without Web Locks everybody may sync: two at once are as right as one", async () => {
    vi.stubGlobal("navigator", {});
    const options = { db: openLocalDb({ name: randomId() }), name: "runner", now: () => 1_000 };
    expect(await inOneTab(options, () => Promise.resolve("done"))).toBe("done");
  });
});
