import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { evict, failOver, remove, wake, write } from "./acts";
import { look } from "./device";
import { newTally } from "./faults";
import { atOnce, playAt } from "./simulate";
import { act } from "./story";
import type { TargetName } from "./targets";
import { syncs, writes, wrongWith } from "./wrong-with";
import type { DeviceName, World } from "./world";

/** Then another tab passes over one that froze. */
const LEASE_OVER_MS = 61_000;

/** The name that stands on the server at the end of a story, and the one that was written last in it. */
async function lastName(tell: (world: World, writeLast: () => Promise<void>) => Promise<void>) {
  let last: string | null = null;
  const run = (world: World) =>
    tell(world, () => {
      const mark = world.nextMark();
      last = mark;
      return write(world, world.device("phone"), { target: { ...world.targets.name, valueOf: () => mark } });
    });
  const { final } = await playAt(atOnce, [act({ told: "the story", run })], newTally());
  return { last, stands: final.server.records.find(({ kind }) => kind === "settings")?.body["name"] };
}

function played(tell: (world: World) => Promise<void>) {
  return playAt(atOnce, [act({ told: "the story", run: tell })], newTally());
}

async function textOn(world: World, device: DeviceName) {
  const { records } = await look(world.device(device));
  return records.find(({ kind }) => kind === "comment")?.body["text"];
}

/** The phone writes, and both know it; then the phone is wiped and the server forgets it. */
async function onlyNewerKnows(world: World, targets: readonly TargetName[]) {
  const backup = world.server.backUp();
  for (const target of targets) await writes(world, "phone", target);
  for (const device of ["phone", "newer"] as const) await syncs(world, device);
  await evict(world, world.device("phone"));
  failOver(world, backup);
}

describe("stories of a server that goes backwards, and of what was known before", () => {
  test("a rev is not given out again by a server that fell behind the history in which the first set-back was healed", async () => {
    const wrong = await wrongWith(async (world) => {
      const backup = world.server.backUp();
      for (const target of ["comment2", "name"] as const) await writes(world, "tablet", target);
      for (const device of ["tablet", "phone", "newer"] as const) await syncs(world, device);
      for (let time = 0; time < 2; time += 1) {
        failOver(world, backup);
        await syncs(world, "newer");
      }
    });
    expect(wrong).toEqual([]);
  });

  test("a tab that froze in a repair does not put a history back that another tab has left meanwhile", async () => {
    for (let atStep = 1; atStep <= 12; atStep += 1) {
      const epochs: (string | null)[] = [];
      const wrong = await wrongWith(async (world) => {
        const backup = world.server.backUp();
        await writes(world, "tablet", "name");
        for (const device of ["tablet", "newer"] as const) await syncs(world, device);
        failOver(world, backup);
        await syncs(world, "newer", { atStep, what: "freezeBefore" });
        world.server.setBack(backup, "restore");
        world.device("newer").clock += LEASE_OVER_MS;
        for (const device of ["phone", "tablet", "newer"] as const) await syncs(world, device);
        await wake(world, world.device("newer"));
        epochs.push((await look(world.device("newer"))).epoch, world.server.epoch());
      });
      expect(wrong, `before step ${atStep}`).toEqual([]);
      expect(epochs[0], `before step ${atStep}`).toBe(epochs[1]);
    }
  });

  test("what a phone knew of the history before goes under what was written since the server was set back", async () => {
    const { last, stands } = await lastName(async (world, writeLast) => {
      const backup = world.server.backUp();
      await writes(world, "phone", "name");
      for (const device of ["phone", "tablet"] as const) await syncs(world, device);
      failOver(world, backup);
      await syncs(world, "phone");
      await writeLast();
      await syncs(world, "phone");
    });
    expect(stands).toBe(last);
  });

  test("a change that a phone had not heard of stands, although that phone gives back an older one", async () => {
    const { last, stands } = await lastName(async (world, writeLast) => {
      await writes(world, "tablet", "pain");
      await syncs(world, "tablet");
      const backup = world.server.backUp();
      await writes(world, "phone", "name");
      for (const device of ["phone", "tablet"] as const) await syncs(world, device);
      await writeLast();
      await syncs(world, "phone");
      world.server.setBack(backup, "restore");
      for (const device of ["phone", "tablet"] as const) await syncs(world, device);
    });
    expect(stands).toBe(last);
  });

  test("what only a reader still knows stands above what the server kept of it, also where no new history begins", async () => {
    const { last, stands } = await lastName(async (world, writeLast) => {
      await writes(world, "phone", "name");
      for (const device of ["phone", "tablet"] as const) await syncs(world, device);
      const backup = world.server.backUp();
      await writeLast();
      for (const device of ["phone", "tablet"] as const) await syncs(world, device);
      await evict(world, world.device("phone"));
      failOver(world, backup);
      await writes(world, "newer", "pain");
      for (const device of ["newer", "tablet"] as const) await syncs(world, device);
    });
    expect(stands).toBe(last);
  });

  test("what a phone deletes before it hears of the set-back stays deleted, although it knew more of it than the server", async () => {
    const gone: (boolean | undefined)[] = [];
    const wrong = await wrongWith(async (world) => {
      await writes(world, "phone", "pain");
      await syncs(world, "phone");
      const backup = world.server.backUp();
      await writes(world, "phone", "pain");
      for (const device of ["phone", "tablet"] as const) await syncs(world, device);
      await evict(world, world.device("phone"));
      failOver(world, backup);
      await remove(world, world.device("tablet"), { target: world.targets.pain });
      await syncs(world, "tablet");
      gone.push(world.server.final().records.find(({ kind }) => kind === "health")?.deleted);
    });
    expect(wrong).toEqual([]);
    expect(gone).toEqual([true]);
  });

  test("a record made and deleted before it left a phone stays what another phone made of it, also when the server forgets that", async () => {
    const gone: (boolean | undefined)[] = [];
    const wrong = await wrongWith(async (world) => {
      const backup = world.server.backUp();
      await writes(world, "phone", "setOne");
      await remove(world, world.device("phone"), { target: world.targets.setOne });
      await writes(world, "tablet", "setTwo");
      for (const device of ["tablet", "phone"] as const) await syncs(world, device);
      failOver(world, backup);
      await syncs(world, "phone");
      gone.push(world.server.final().records.find(({ kind }) => kind === "session_log")?.deleted);
    });
    expect(wrong).toEqual([]);
    expect(gone).toEqual([false]);
  });

  test("what two phones gave back shows on neither above what was written after it", async () => {
    const wrong = await wrongWith(async (world) => {
      const backup = world.server.backUp();
      await writes(world, "tablet", "name");
      for (const device of ["tablet", "phone", "newer"] as const) await syncs(world, device);
      await evict(world, world.device("tablet"));
      failOver(world, backup);
      await Promise.all([syncs(world, "phone"), syncs(world, "newer")]);
      failOver(world, backup);
      await syncs(world, "phone");
      await writes(world, "phone", "name");
      await syncs(world, "phone");
    });
    expect(wrong).toEqual([]);
  });

  test("a phone that only reads finds out that the server went back, although others have taken it past the same rev", async () => {
    const epochs: (string | null)[] = [];
    const wrong = await wrongWith(async (world) => {
      const backup = world.server.backUp();
      await writes(world, "phone", "agreed");
      for (const device of ["phone", "tablet"] as const) await syncs(world, device);
      failOver(world, backup);
      for (const target of ["pain", "name"] as const) await writes(world, "newer", target);
      for (const device of ["newer", "tablet"] as const) await syncs(world, device);
      epochs.push((await look(world.device("tablet"))).epoch, world.server.epoch());
    });
    expect(wrong).toEqual([]);
    expect(epochs[0]).toBe(epochs[1]);
    expect(epochs[0]).not.toBe("epoch-1");
  });

  test("a phone that only reads gives back what stood at a rev that the server has given out again", async () => {
    const { final } = await played(async (world) => {
      const backup = world.server.backUp();
      await writes(world, "phone", "name");
      for (const device of ["phone", "tablet"] as const) await syncs(world, device);
      await evict(world, world.device("phone"));
      failOver(world, backup);
      await writes(world, "newer", "name");
      for (const device of ["newer", "tablet"] as const) await syncs(world, device);
    });
    const { records, past } = final.server;
    const known = [
      ...records.map(({ body }) => body["name"]),
      ...past.flatMap(({ values }) => values.map(({ value }) => value)),
    ];
    expect(new Set(known)).toEqual(new Set(["v1.", "v2."]));
  });

  test("what a phone alone still knows comes back although its rev was given out again before it heard of the set-back", async () => {
    const { final } = await played(async (world) => {
      await onlyNewerKnows(world, ["pain", "name"]);
      await writes(world, "tablet", "setOne");
      for (const device of ["tablet", "newer"] as const) await syncs(world, device);
    });
    const stands = final.server.records.filter(({ deleted }) => !deleted).map(({ kind }) => kind);
    expect(new Set(stands)).toEqual(new Set(["health", "settings", "session_log"]));
  });

  test("what a phone writes on a record that it alone still knows arrives on top of what it gives back", async () => {
    const texts: unknown[] = [];
    const { final } = await played(async (world) => {
      await onlyNewerKnows(world, ["comment1"]);
      await writes(world, "newer", "comment1");
      texts.push(await textOn(world, "newer"));
      await syncs(world, "newer", { atStep: 9, what: "dieAfter" });
      texts.push(await textOn(world, "newer"));
    });
    const { records, past } = final.server;
    expect(texts).toEqual(["v2.", "v2."]);
    expect(records.find(({ kind }) => kind === "comment")?.body["text"]).toBe("v2.");
    expect(past.flatMap(({ values }) => values.map(({ value }) => value))).toEqual(["v1."]);
    expect(final.devices.flatMap(({ ops }) => ops).filter(({ place }) => place !== "sent")).toEqual([]);
  });

  test("what a phone deletes that it alone still knows does not wait for ever", async () => {
    const wrong = await wrongWith(async (world) => {
      await onlyNewerKnows(world, ["comment1"]);
      await remove(world, world.device("newer"), { target: world.targets.comment1 });
      await syncs(world, "newer");
    });
    expect(wrong).toEqual([]);
  });

  test("what was begun anew after a deletion comes back where the server knows only the deletion", async () => {
    const { final } = await played(async (world) => {
      await writes(world, "phone", "comment1");
      await syncs(world, "phone");
      await remove(world, world.device("phone"), { target: world.targets.comment1 });
      await syncs(world, "phone");
      await onlyNewerKnows(world, ["comment1"]);
      await writes(world, "newer", "comment1");
      await syncs(world, "newer");
    });
    const refused = final.devices.flatMap(({ ops }) => ops).filter(({ place }) => place === "quarantine");
    expect(final.server.records.find(({ kind }) => kind === "comment")?.body["text"]).toBe("v2.");
    expect(refused.map(({ op }) => op.patch["text"])).toEqual(["v3."]);
  });
});
