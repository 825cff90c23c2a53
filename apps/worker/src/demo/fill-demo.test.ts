import { parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import { summariseRunner } from "@legwork/core/plan";
import type { Squad, SquadPage } from "@legwork/core/wire";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COACH_READS } from "../squads/scope";
import { ORIGIN, testServer, type TestServer } from "../testing/test-server";
import { demoClient, enter } from "./demo-client";
import { fillDemo } from "./fill-demo";
import { COACH } from "./people";
import { simulateSquad, type SimulatedRunner } from "./simulate-squad";

const today = parseLocalDate("2026-11-19") as LocalDate;
const squad = firstOf(4, simulateSquad({ seed: 7, today, zone: "Europe/Amsterdam" }));

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  server.setNow(new Date("2026-11-19T12:00:00Z"));
});
afterAll(() => server.close());

const address = () => ({ url: ORIGIN, origin: ORIGIN, send: (request: Request) => server.app.fetch(request) });
const fill = (runners: readonly SimulatedRunner[]) => fillDemo({ ...address(), runners, size: runners.length });

test("a fill that was cut off is finished by the next one, and a third changes nothing", async () => {
  expect((await fill(squad.slice(0, 1))).runners).toBe(1);
  expect((await fill(squad)).runners).toBe(3);
  expect(await fill(squad)).toEqual({ runners: 0, ops: 0 });
  expect((await coachList()).rows).toHaveLength(4);
});

test("the coach's list says of each runner what their records say", async () => {
  const { rows } = await coachList();
  for (const { runner, name, records } of squad) {
    const row = rows.find((each) => each.runner === runner);
    expect(row?.name).toBe(name);
    expect(row?.summary).toEqual(summariseRunner({ runner, records, today, kinds: COACH_READS }));
  }
});

async function coachList(): Promise<SquadPage> {
  const coach = demoClient(address());
  await enter(coach, COACH);
  const { squads } = await coach.get<{ readonly squads: readonly Squad[] }>("/api/squads");
  return coach.get<SquadPage>(`/api/squads/${squads[0]?.id}/runners`);
}

function firstOf<Value>(count: number, values: Iterable<Value>): readonly Value[] {
  const taken: Value[] = [];
  for (const value of values) {
    taken.push(value);
    if (taken.length === count) break;
  }
  return taken;
}
