import "fake-indexeddb/auto";
import { v4 as randomId } from "uuid";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import { makeBody, programmeId, runPlanId, weekPlanId } from "@legwork/core/record";
import { openLocalDb, readCurrentRunner } from "@/local-db";
import { writeRecords } from "@/sync";
import { openPlan, readPlan } from "./open-plan";
import { readProposals } from "./read-proposals";

const MONDAY = "2026-10-05" as LocalDate;
const BEFORE = "2026-10-04" as LocalDate;

async function phoneWithPlan() {
  const db = openLocalDb({ name: randomId() });
  const runner = await readCurrentRunner(db);
  const programme = makeBody("programme", {
    startDate: MONDAY,
    zone: "Europe/Amsterdam",
    kit: "none",
    lockedDays: {},
  });
  const runs = makeBody("run_plan", {
    runs: { mon: { day: "mon", kind: "easy", minutes: 50 }, wed: { day: "wed", kind: "key", minutes: 60 } },
  });
  await writeRecords(
    db,
    [
      { id: programmeId(runner), kind: "programme", patch: programme },
      { id: runPlanId(runner), kind: "run_plan", patch: runs },
    ],
    1,
  );
  const agreed = async () =>
    (await db.read(["records"], (tx) => tx.objectStore("records").get([runner, weekPlanId(runner, MONDAY)])))?.body ??
    {};
  return { db, agreed };
}

describe("the plan on the phone", () => {
  test("without a programme there is none", async () => {
    expect(await openPlan(openLocalDb({ name: randomId() }), MONDAY)).toBeNull();
  });

  test("a week is agreed when it is first opened after its Monday has come, and not before", async () => {
    const { db, agreed } = await phoneWithPlan();
    await openPlan(db, BEFORE);
    expect(await agreed()).toEqual({});
    await openPlan(db, MONDAY);
    expect(Object.keys(await agreed()).sort()).toEqual(["agreed/A", "agreed/B", "monday"]);
  });

  test("opening it again writes nothing and changes no session", async () => {
    const { db } = await phoneWithPlan();
    const first = await openPlan(db, MONDAY);
    const count = () => db.read(["outbox"], (tx) => tx.objectStore("outbox").getAll());
    const before = await count();
    const second = await openPlan(db, MONDAY);
    expect(await count()).toEqual(before);
    expect(second?.weeks[0]?.sessions.map((session) => [session.slot, session.date])).toEqual(
      first?.weeks[0]?.sessions.map((session) => [session.slot, session.date]),
    );
  });

  test("only looking at it writes nothing", async () => {
    const { db, agreed } = await phoneWithPlan();
    expect((await readPlan(db, MONDAY)).plan?.weeks).toHaveLength(12);
    expect(await agreed()).toEqual({});
  });

  test("a missed session is proposed again by the clock of the programme's zone, and once it is moved there nothing is", async () => {
    const { db } = await phoneWithPlan();
    const plan = await openPlan(db, MONDAY);
    const [first] = plan?.weeks[0]?.sessions ?? [];
    const lateOnTheDay = Date.parse(`${first?.date}T21:30:00Z`);
    expect(await readProposals(db, lateOnTheDay)).toEqual([]);
    const afterMidnight = lateOnTheDay + 60 * 60_000;
    const [move, ...others] = await readProposals(db, afterMidnight);
    expect(others).toEqual([]);
    expect(move).toMatchObject({ slot: first?.slot, from: { date: first?.date }, reason: { code: "missed" } });
    const { date, startTime } = move?.to ?? {};
    const id = weekPlanId(await readCurrentRunner(db), MONDAY);
    const patch = { monday: MONDAY, [`moves/${move?.slot}`]: { date: date ?? "", startTime: startTime ?? "" } };
    await writeRecords(db, [{ id, kind: "week_plan", patch }], 2);
    expect(await readProposals(db, afterMidnight)).toEqual([]);
  });
});
