import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { discard, evict, failOver, forgetBeginning, remove, wake, write, writeImpossible, writePoison } from "./acts";
import { newTally } from "./faults";
import { atOnce, playAt } from "./simulate";
import { act } from "./story";
import { COACH, type DeviceName, NARROW, WIDE, type World } from "./world";
import { syncs, writes, wrongWith } from "./wrong-with";

const forgets = (world: World, first: DeviceName, other: DeviceName) =>
  forgetBeginning(world, { target: world.targets.setOne, first: world.device(first), other: world.device(other) });

describe("stories in which phones and server must not fail", () => {
  test("a tab that dies at any step of taking in a page has taken it whole or not at all", async () => {
    for (const what of ["dieBefore", "dieAfter"] as const) {
      for (let atStep = 1; atStep <= 12; atStep += 1) {
        const wrong = await wrongWith(async (world) => {
          for (const target of ["name", "setOne", "pain"] as const) await writes(world, "phone", target);
          await syncs(world, "phone");
          await syncs(world, "tablet", { atStep, what });
        });
        expect(wrong, `${what} step ${atStep}`).toEqual([]);
      }
    }
  });

  test("what is written while an answer is under way is not cleared with it", async () => {
    const wrong = await wrongWith(async (world) => {
      await writes(world, "phone", "name");
      await syncs(world, "phone", { atStep: 4, what: "freezeAfter" });
      await writes(world, "phone", "pain");
      await wake(world, world.device("phone"));
    });
    expect(wrong).toEqual([]);
  });

  test("after a lost answer the same op goes again, and a further tap is an op of its own", async () => {
    const wrong = await wrongWith(async (world) => {
      await writes(world, "phone", "name");
      world.device("phone").nextFault = "answer lost";
      await syncs(world, "phone");
      await writes(world, "phone", "name");
      await syncs(world, "phone");
    });
    expect(wrong).toEqual([]);
  });

  test("a record that another phone made, changed and deleted before either was sent, is deleted", async () => {
    const wrong = await wrongWith(async (world) => {
      await writes(world, "phone", "pain");
      await syncs(world, "phone");
      await syncs(world, "tablet");
      await writes(world, "tablet", "pain");
      await remove(world, world.device("tablet"), { target: world.targets.pain });
      await syncs(world, "tablet");
    });
    expect(wrong).toEqual([]);
  });

  test("what only the newer app knows reaches every device", async () => {
    const wrong = await wrongWith(async (world) => {
      await writes(world, "newer", "thing");
      await writes(world, "newer", "hat");
      await syncs(world, "newer");
    });
    expect(wrong).toEqual([]);
  });

  test("a full phone does not say saved", async () => {
    const wrong = await wrongWith((world) => writes(world, "phone", "name", { atStep: 1, what: "noRoom" }));
    expect(wrong).toEqual([]);
  });

  test("an expired session keeps everything until the runner is back", async () => {
    const wrong = await wrongWith(async (world) => {
      await writes(world, "phone", "name");
      world.device("phone").session = "expired";
      await syncs(world, "phone");
    });
    expect(wrong).toEqual([]);
  });

  test("a phone whose clock is ten years behind is heard like any other", async () => {
    const wrong = await wrongWith(async (world) => {
      world.device("phone").clock -= 10 * 365 * 86_400_000;
      for (let time = 0; time < 2; time += 1) {
        await writes(world, "tablet", "name");
        await syncs(world, "tablet");
      }
      await syncs(world, "phone");
      await writes(world, "phone", "name");
      await syncs(world, "phone");
    });
    expect(wrong).toEqual([]);
  });

  test("a tab that never wakes keeps no other from syncing, wherever the clock went meanwhile", async () => {
    for (const years of [-10, 0, 10]) {
      const wrong = await wrongWith(async (world) => {
        await writes(world, "phone", "name");
        await syncs(world, "phone", { atStep: 4, what: "freezeBefore" });
        world.device("phone").clock += years * 365 * 86_400_000;
      });
      expect(wrong, `${years} years`).toEqual([]);
    }
  });

  test("a push that waits for the lock while the coach's grant ends does not land", async () => {
    let end: (() => Promise<void>) | null = null;
    const schedule = async (label: string) => {
      if (label !== "the runner's lock") return;
      const ending = end;
      end = null;
      await ending?.();
    };
    const wrong = await wrongWith(
      async (world) => {
        await world.server.grant(COACH, WIDE);
        await writes(world, "coach", "comment1");
        end = () => world.server.grant(COACH, null);
        await syncs(world, "coach");
      },
      { ...atOnce, schedule },
    );
    expect(wrong).toEqual([]);
  });

  test("a tab that froze in a history that ended settles nothing in the one that stands", async () => {
    const wrong = await wrongWith(async (world) => {
      await forgets(world, "phone", "newer");
      await syncs(world, "phone", { atStep: 2, what: "freezeBefore" });
      await forgets(world, "tablet", "phone");
    });
    expect(wrong).toEqual([]);
  });

  test("what was acknowledged and forgotten goes before a later change of the record that was refused", async () => {
    const wrong = await wrongWith(async (world) => {
      await writes(world, "newer", "comment2");
      const backup = world.server.backUp();
      await Promise.all([syncs(world, "newer"), syncs(world, "phone")]);
      failOver(world, backup);
      await writes(world, "phone", "name");
      await writeImpossible(world, world.device("newer"));
    });
    expect(wrong).toEqual([]);
  });

  test("what was acknowledged goes again although a later change of the record was refused before the server forgot it", async () => {
    const wrong = await wrongWith(async (world) => {
      const backup = world.server.backUp();
      await writes(world, "newer", "comment2");
      await syncs(world, "newer");
      await writeImpossible(world, world.device("newer"));
      await syncs(world, "newer");
      failOver(world, backup);
    });
    expect(wrong).toEqual([]);
  });

  test("what only a reader still knows comes back, although the phone that wrote it was wiped and others went on", async () => {
    const wrong = await wrongWith(async (world) => {
      const backup = world.server.backUp();
      await writes(world, "phone", "pain");
      for (const device of ["phone", "tablet"] as const) await syncs(world, device);
      failOver(world, backup);
      await evict(world, world.device("phone"));
      for (const target of ["name", "setOne"] as const) await writes(world, "newer", target);
      await syncs(world, "newer");
    });
    expect(wrong).toEqual([]);
  });

  test("a tab that outlives the fate of one cycle goes on", async () => {
    const wrong = await wrongWith(async (world) => {
      const newer = world.device("newer");
      await writePoison(world, newer);
      for (let atStep = 20; atStep > 8; atStep -= 1) {
        await syncs(world, "newer", { atStep, what: "dieBefore" });
        await discard(world, newer);
        await writePoison(world, newer);
      }
    });
    expect(wrong).toEqual([]);
  });

  test("a server that forgot a set is found out although other devices have taken it past where it stood", async () => {
    const wrong = await wrongWith(async (world) => {
      await writes(world, "phone", "setOne");
      world.device("phone").nextFault = "request lost";
      await forgets(world, "newer", "phone");
    });
    expect(wrong).toEqual([]);
  });

  test("what was written last still stands last when the server forgets what stood before it", async () => {
    const last: string[] = [];
    const story = act({
      told: "the name is written three times, and the server forgets the second",
      async run(world) {
        await writes(world, "phone", "name");
        await syncs(world, "phone");
        const backup = world.server.backUp();
        await writes(world, "phone", "name");
        await syncs(world, "phone");
        failOver(world, backup);
        last.push(world.nextMark());
        const target = { ...world.targets.name, valueOf: () => last[0] ?? "" };
        await write(world, world.device("phone"), { target });
      },
    });
    const told = await playAt(atOnce, [story], newTally());
    const name = told.final.server.records.find(({ kind }) => kind === "settings")?.body["name"];
    expect(name).toBe(last[0]);
  });

  test("a coach still sees a comment of their own whose tab died while what they may read changed", async () => {
    for (const atStep of [4, 5, 6, 7, 8]) {
      const wrong = await wrongWith(async (world) => {
        await world.server.grant(COACH, NARROW);
        await syncs(world, "coach");
        await world.server.grant(COACH, WIDE);
        await writes(world, "coach", "comment1");
        await syncs(world, "coach", { atStep, what: "dieBefore" });
      });
      expect(wrong, `before step ${atStep}`).toEqual([]);
    }
  });

  test("a coach who alone knows what the server forgot gives it back", async () => {
    const wrong = await wrongWith(async (world) => {
      await world.server.grant(COACH, WIDE);
      await writes(world, "coach", "comment1");
      const backup = world.server.backUp();
      await syncs(world, "coach");
      failOver(world, backup);
    });
    expect(wrong).toEqual([]);
  });

  test("two devices whose shared server forgets what one of them saw agree again", async () => {
    const wrong = await wrongWith(async (world) => {
      await writes(world, "phone", "name");
      await syncs(world, "phone");
      await syncs(world, "tablet");
      const backup = world.server.backUp();
      await writes(world, "phone", "pain");
      await syncs(world, "phone");
      world.server.setBack(backup, "failover");
      for (const target of ["setOne", "comment1", "move"] as const) await writes(world, "tablet", target);
      await syncs(world, "tablet");
    });
    expect(wrong).toEqual([]);
  });
});
