import { randomUUID } from "node:crypto";
import { beginServerEpoch } from "@legwork/db";
import { adjustmentsId, programmeId, settingsId } from "@legwork/core/record";
import type { Grant, Invitation, InvitationOffer, Me, Squad, SquadPage } from "@legwork/core/wire";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { commentOp, feelOp } from "../testing/stream";
import { type SignedInBrowser, signedUp, syncRequest, testServer, type TestServer } from "../testing/test-server";

let server: TestServer;
let coach: SignedInBrowser;
let mo: SignedInBrowser;
let squad: Squad;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.setNow(new Date("2026-03-02T08:00:00Z"));
  coach = await signedUp(server.app, "Coach Ada");
  mo = await signedUp(server.app, "Mo");
  squad = await answer<Squad>(coach.request("POST", "/api/squads", { name: "Tuesday track" }));
});

async function answer<Answer>(response: Promise<Response> | Response): Promise<Answer> {
  const json: unknown = await (await response).json();
  return json as Answer;
}
const invite = () => answer<Invitation>(coach.request("POST", `/api/squads/${squad.id}/invitations`));
const accept = async (runner = mo) => {
  const { code } = await invite();
  return answer<Grant>(runner.request("POST", `/api/invitations/${code}/accept`));
};
const list = async (query = "") => answer<SquadPage>(coach.request("GET", `/api/squads/${squad.id}/runners${query}`));

function programmeOp(runner: SignedInBrowser["runner"], zone = "Europe/Amsterdam") {
  const patch = { startDate: "2026-03-02", zone, kit: "none" };
  return feelOp({ kind: "programme", record: programmeId(runner), patch });
}

describe("invitations", () => {
  test("a runner sees what a code opens before accepting it", async () => {
    const { code, expiresAt } = await invite();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(expiresAt).toBe("2026-03-16T08:00:00.000Z");
    const offer = await answer<InvitationOffer>(mo.request("GET", `/api/invitations/${code.toLowerCase()}`));
    expect(offer).toMatchObject({
      squadName: "Tuesday track",
      coachName: "Coach Ada",
      write: ["comment", "adjustments"],
    });
    expect(offer.read).not.toContain("health");
  });

  test("accepting lets the coach in and shows it to both", async () => {
    const grant = await accept();
    expect(grant).toMatchObject({ grantee: coach.account.id, coachName: "Coach Ada", squadName: "Tuesday track" });
    const me = await answer<Me>(mo.request("GET", "/api/me"));
    expect(me.grants).toEqual([grant]);
    expect((await answer<Me>(coach.request("GET", "/api/me"))).squads).toEqual([{ ...squad, runners: 1 }]);
    expect((await list()).rows.map(({ runner, name }) => [runner, name])).toEqual([[mo.runner, "Mo"]]);
  });

  test("the grant travels as a record of the runner's own stream", async () => {
    await accept();
    const { changes } = await mo.sync(mo.runner);
    expect(changes).toMatchObject([{ kind: "grant", body: { grantee: coach.account.id, revoked: null } }]);
    expect((await coach.sync(mo.runner)).changes).toEqual([]);
  });

  test("a code works once", async () => {
    const { code } = await invite();
    await mo.request("POST", `/api/invitations/${code}/accept`);
    const eve = await signedUp(server.app, "Eve");
    const again = await eve.request("POST", `/api/invitations/${code}/accept`);
    expect([again.status, await again.json()]).toMatchObject([409, { code: "invitationUsed" }]);
    expect((await list()).rows.length).toBe(1);
  });

  test("of many runners who accept one code at once, one is let in", async () => {
    const { code } = await invite();
    const runners = await Promise.all(Array.from({ length: 4 }, () => signedUp(server.app)));
    const statuses = await Promise.all(
      runners.map(async (one) => (await one.request("POST", `/api/invitations/${code}/accept`)).status),
    );
    expect(statuses.sort((one, other) => one - other)).toEqual([200, 409, 409, 409]);
    expect((await list()).rows.length).toBe(1);
  });

  test("a code is dead after fourteen days", async () => {
    const { code } = await invite();
    server.setNow(new Date("2026-03-16T08:00:00Z"));
    const late = await mo.request("POST", `/api/invitations/${code}/accept`);
    expect([late.status, await late.json()]).toMatchObject([410, { code: "invitationExpired" }]);
    expect((await answer<Me>(mo.request("GET", "/api/me"))).grants).toEqual([]);
  });

  test("a code nobody made is not found", async () => {
    const response = await mo.request("GET", "/api/invitations/AAAA-BBBB-CCCC");
    expect([response.status, await response.json()]).toMatchObject([404, { code: "notFound" }]);
  });

  test("a coach's own code does not work for the coach, and is not spent by trying", async () => {
    const { code } = await invite();
    expect((await coach.request("POST", `/api/invitations/${code}/accept`)).status).toBe(400);
    expect((await mo.request("POST", `/api/invitations/${code}/accept`)).status).toBe(200);
  });

  test("only the coach of a squad invites, and to others it does not exist", async () => {
    const response = await mo.request("POST", `/api/squads/${squad.id}/invitations`);
    expect(response.status).toBe(404);
    expect((await mo.request("GET", `/api/squads/${squad.id}/runners`)).status).toBe(404);
  });

  test("a runner who moves to another squad of the coach is counted in one", async () => {
    await accept();
    const other = await answer<Squad>(coach.request("POST", "/api/squads", { name: "Thursday hills" }));
    const { code } = await answer<Invitation>(coach.request("POST", `/api/squads/${other.id}/invitations`));
    await mo.request("POST", `/api/invitations/${code}/accept`);
    const { squads } = await answer<Me>(coach.request("GET", "/api/me"));
    expect(squads.map(({ name, runners }) => [name, runners])).toEqual([
      ["Tuesday track", 0],
      ["Thursday hills", 1],
    ]);
  });
});

describe("what a coach may do", () => {
  test("a coach reads training and feel but not health, and writes comments and another rung or load only", async () => {
    await accept();
    await mo.sync(mo.runner, { ops: [feelOp(), feelOp({ kind: "health", patch: { date: "2026-03-02", pain: 4 } })] });
    const easier = feelOp({
      kind: "adjustments",
      record: adjustmentsId(mo.runner),
      patch: { "chosen/P3": { from: "2026-03-02", rung: 1 } },
    });
    const kit = feelOp({ kind: "programme", record: programmeId(mo.runner), patch: { kit: "gym" }, base: 1 });
    const { changes, results, scope } = await coach.sync(mo.runner, { ops: [commentOp(), easier, feelOp(), kit] });
    expect(changes.map(({ kind }) => kind).toSorted()).toEqual(["adjustments", "comment", "run_feel"]);
    expect(results.map(({ status }) => status)).toEqual(["applied", "applied", "rejected", "rejected"]);
    expect(scope?.write).toEqual(["comment", "adjustments"]);
    const own = await mo.sync(mo.runner);
    expect(own.changes.find(({ kind }) => kind === "adjustments")).toMatchObject({ author: coach.account.id });
  });

  test.each([
    ["the runner", () => mo.request("DELETE", `/api/me/grants/${coach.account.id}`)],
    ["the coach", () => coach.request("DELETE", `/api/squads/${squad.id}/runners/${mo.runner}`)],
  ])("%s ends it: the stream is gone for the coach, the runner's devices learn of it", async (_, end) => {
    await accept();
    expect((await end()).status).toBe(204);
    const refused = await coach.request("POST", `/api/runners/${mo.runner}/sync`, syncRequest({ ops: [commentOp()] }));
    expect(refused.status).toBe(404);
    expect((await list()).rows).toEqual([]);
    expect((await list()).squad.runners).toBe(0);
    const { changes } = await mo.sync(mo.runner);
    expect(changes).toMatchObject([{ kind: "grant", body: { revoked: "2026-03-02T08:00:00.000Z" } }]);
    expect((await end()).status).toBe(404);
  });

  test("who was let go can be let in again", async () => {
    await accept();
    await mo.request("DELETE", `/api/me/grants/${coach.account.id}`);
    await accept();
    expect((await list()).rows.length).toBe(1);
    expect((await mo.sync(mo.runner)).changes).toMatchObject([{ kind: "grant", body: { revoked: null } }]);
  });

  test("an unknown runner and a forbidden one are the same answer, byte for byte", async () => {
    const bytes = async (runner: string) => {
      const response = await coach.request("POST", `/api/runners/${runner}/sync`, syncRequest());
      return [response.status, [...response.headers], await response.text()];
    };
    const forbidden = await bytes(mo.runner);
    expect(await bytes(randomUUID())).toEqual(forbidden);
    expect(await bytes("not-an-id")).toEqual(forbidden);
    expect(forbidden[0]).toBe(404);
  });
});

describe("the coach's list", () => {
  test("a runner without a programme has a row without a summary", async () => {
    await accept();
    expect((await list()).rows).toMatchObject([{ runner: mo.runner, summary: null, today: "2026-03-02" }]);
  });

  test("the date is the runner's own, and the name the one they chose", async () => {
    await accept();
    const settings = feelOp({ kind: "settings", record: settingsId(mo.runner), patch: { name: "Momo" } });
    await mo.sync(mo.runner, { ops: [programmeOp(mo.runner, "Pacific/Kiritimati"), settings] });
    server.setNow(new Date("2026-03-02T12:00:00Z"));
    expect((await list()).rows).toMatchObject([{ name: "Momo", today: "2026-03-03" }]);
  });

  test("a row follows every push and the calendar", async () => {
    await accept();
    await mo.sync(mo.runner, { ops: [programmeOp(mo.runner)] });
    expect((await list()).rows[0]?.summary).toMatchObject({ startDate: "2026-03-02", week: 1, lastLog: null });
    const log = feelOp({ kind: "run_log", patch: { date: "2026-03-02", kind: "easy", minutes: 40 } });
    await mo.sync(mo.runner, { ops: [log] });
    expect((await list()).rows[0]?.summary?.lastLog).toBe("2026-03-02");
    server.setNow(new Date("2026-03-10T08:00:00Z"));
    expect((await list()).rows[0]).toMatchObject({ today: "2026-03-10", summary: { week: 2 } });
  });

  test("without the grant for run feel a row shows none, with it the same row does", async () => {
    await accept();
    const log = feelOp({ kind: "run_log", patch: { date: "2026-03-02", kind: "easy", minutes: 40 } });
    const feel = feelOp({ patch: { run: log.record, date: "2026-03-02", feel: 2 } });
    await mo.sync(mo.runner, { ops: [programmeOp(mo.runner), log, feel] });
    expect((await list()).rows[0]?.summary?.feel).toMatchObject([{ date: "2026-03-02", value: 2 }]);
    await server.database.db.client.query(
      "update access_grant set read = array_remove(read, 'run_feel') where runner_id = $1",
      [mo.runner],
    );
    expect((await list()).rows[0]?.summary).toMatchObject({ feel: [], lastLog: "2026-03-02" });
  });

  test("the list comes in pages that hold every runner once", async () => {
    const runners = [mo, await signedUp(server.app), await signedUp(server.app)];
    for (const runner of runners) await accept(runner);
    const first = await list("?limit=2");
    const second = await list(`?limit=2&after=${first.next}`);
    const seen = [...first.rows, ...second.rows].map(({ runner }) => runner);
    expect(seen).toEqual(runners.map(({ runner }) => runner).sort());
    expect(second.next).toBeNull();
  });

  test.each(["?limit=0", "?limit=201", "?limit=many", "?after=me"])("%s is refused", async (query) => {
    const response = await coach.request("GET", `/api/squads/${squad.id}/runners${query}`);
    expect([response.status, await response.json()]).toMatchObject([400, { code: "invalidRequest" }]);
  });

  test("after a restore a row rests, without a summary, until a device of the runner has synced", async () => {
    await accept();
    const settings = feelOp({ kind: "settings", record: settingsId(mo.runner), patch: { name: "Momo" } });
    await mo.sync(mo.runner, { ops: [programmeOp(mo.runner), settings] });
    expect((await list()).rows).toMatchObject([{ name: "Momo", resting: false, summary: { week: 1 } }]);
    await beginServerEpoch(server.database.db, new Date());
    expect((await list()).rows).toEqual([
      { runner: mo.runner, name: "Mo", today: "2026-03-02", summary: null, resting: true },
    ]);
    const refused = await coach.request("POST", `/api/runners/${mo.runner}/sync`, syncRequest());
    const unknown = await coach.request("POST", `/api/runners/${randomUUID()}/sync`, syncRequest());
    expect([refused.status, await refused.text()]).toEqual([404, await unknown.text()]);
    expect((await mo.request("POST", `/api/runners/${mo.runner}/sync`, syncRequest())).status).toBe(409);
    expect((await list()).rows).toMatchObject([{ name: "Momo", resting: false, summary: { week: 1 } }]);
    expect((await coach.sync(mo.runner)).changes.length).toBe(2);
  });
});
