import { createHash } from "node:crypto";
import { type Deletion, hashToken, readHead } from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import type { Grant, Invitation, Squad } from "@legwork/core/wire";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { applyDeletions, noteDeletions } from "../auth/delete-account";
import { smtpMail } from "../auth/mail";
import { mailServer, type MailServer } from "../testing/mail-server";
import { commentOp, feelOp } from "../testing/stream";
import {
  browser,
  type SignedInBrowser,
  signedUp,
  syncRequest,
  testServer,
  type TestServer,
} from "../testing/test-server";
import { untilNoted } from "../testing/until-noted";

const PASSWORD = "eight or more";
const NOW = new Date("2026-03-02T08:00:00Z");

let server: TestServer;
let mails: MailServer;
let noted: Deletion[] = [];
let noteFails = false;
beforeAll(async () => {
  mails = await mailServer();
  server = await testServer({
    sendMail: smtpMail({ url: mails.url, from: "legwork@example.org" }),
    noteDeletion: async (deletion) => {
      if (noteFails) throw new Error("the disk is full");
      noted.push(deletion);
    },
  });
});
afterAll(async () => {
  await server.close();
  await mails.close();
});
beforeEach(() => {
  noted = [];
  noteFails = false;
});

const deleteMe = (one: SignedInBrowser, proof: object = { password: PASSWORD }) =>
  one.request("DELETE", "/api/me", proof);

/** Tables with a row in which one of these texts stands, by looking into every table there is. */
async function tablesWith(...texts: readonly string[]): Promise<readonly string[]> {
  const { client } = server.database.db;
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hits = await client.query(
      `select from "${name}" t where exists (select from unnest($1::text[]) needle where position(needle in t::text) > 0) limit 1`,
      [texts],
    );
    if ((hits.rowCount ?? 0) > 0) found.push(name);
  }
  return found;
}

async function tokensOf(account: string): Promise<readonly string[]> {
  const { rows } = await server.database.db.client.query<{ token: string }>(
    "select token from session where user_id = $1",
    [account],
  );
  return rows.map(({ token }) => token);
}

async function squadOf(coach: SignedInBrowser, ...runners: readonly SignedInBrowser[]): Promise<Squad> {
  const squad = (await (await coach.request("POST", "/api/squads", { name: "Track of Ada" })).json()) as Squad;
  for (const runner of runners) {
    const made = await coach.request("POST", `/api/squads/${squad.id}/invitations`);
    const { code } = (await made.json()) as Invitation;
    const accepted = (await (await runner.request("POST", `/api/invitations/${code}/accept`)).json()) as Grant;
    expect(accepted.grantee).toBe(coach.account.id);
  }
  return squad;
}

/** A runner who has left a trace wherever a runner can. */
async function livedIn(name: string) {
  const mo = await signedUp(server.app, name);
  const coach = await signedUp(server.app, "Coach");
  const squad = await squadOf(coach, mo);
  const feel = feelOp();
  const { epoch } = await mo.sync(mo.runner, { ops: [feel] });
  const patch = { feel: 5 };
  await mo.sync(mo.runner, { epoch, ops: [feelOp({ record: feel.record, base: 2, epoch, patch })] });
  await mo.sync(mo.runner, { epoch, ops: [feelOp({ kind: "run_feel", patch: { feel: "no number" } })] });
  await coach.sync(mo.runner, { ops: [commentOp()], device: "coach's" });
  await coach.request("GET", `/api/squads/${squad.id}/runners`);
  await mo.request("POST", "/api/auth/codes", { email: mo.account.email, purpose: "signIn" });
  await mo.request("POST", "/api/auth/codes", { email: mo.account.email, purpose: "newPassword" });
  await untilNoted(server.database.db, mo.runner, 2);
  const next = `next-of-${mo.account.email}`;
  await mo.request("POST", "/api/me/email", { email: next, password: PASSWORD });
  return { mo, coach, squad };
}

test("nothing of a runner is left in any table but the hashes of the sessions", async () => {
  const name = "Mo With A Rare Name";
  const { mo, coach } = await livedIn(name);
  const texts = [mo.account.id, mo.account.email, mo.runner, name];
  const before = await tablesWith(...texts);
  for (const table of [
    "user",
    "session",
    "record",
    "record_past",
    "op_receipt",
    "op_quarantine",
    "access_grant",
    "device",
  ])
    expect(before).toContain(table);
  for (const table of ["verification", "summary", "squad_member", "invitation", "runner_head", "known_client"])
    expect(before).toContain(table);
  const tokens = await tokensOf(mo.account.id);

  expect((await deleteMe(mo)).status).toBe(204);

  expect(await tablesWith(...texts, ...tokens)).toEqual([]);
  const hashes = tokens.map((token) => createHash("sha256").update(token).digest("hex"));
  expect(await tablesWith(...hashes)).toEqual(["deleted_session"]);
  expect((await coach.request("POST", `/api/runners/${mo.runner}/sync`, syncRequest())).status).toBe(404);
  expect((await coach.request("GET", "/api/me")).status).toBe(200);
});

test("each device is told at its next contact that the account was deleted; the e-mail is free again", async () => {
  const mo = await signedUp(server.app);
  const { email } = mo.account;
  const phone = browser(server.app);
  await phone.request("POST", "/api/auth/sign-in/email", { email, password: PASSWORD });
  expect((await deleteMe(mo)).status).toBe(204);
  for (const device of [mo, phone]) {
    const me = await device.request("GET", "/api/me");
    expect([me.status, await me.json()]).toMatchObject([410, { code: "accountDeleted" }]);
    const sync = await device.request("POST", `/api/runners/${mo.runner}/sync`, syncRequest({ ops: [feelOp()] }));
    expect([sync.status, await sync.json()]).toMatchObject([410, { code: "accountDeleted" }]);
  }
  expect((await deleteMe(mo)).status).toBe(410);
  const again = await phone.request("POST", "/api/auth/sign-up/email", { email, password: PASSWORD, name: "Mo" });
  expect(again.status).toBe(200);
  expect((await phone.request("GET", "/api/me")).status).toBe(200);
});

test("a session that had ended before is told to sign in", async () => {
  const mo = await signedUp(server.app);
  const phone = browser(server.app);
  await phone.request("POST", "/api/auth/sign-in/email", { email: mo.account.email, password: PASSWORD });
  await mo.request("DELETE", "/api/me/sessions");
  await deleteMe(mo);
  expect((await phone.request("GET", "/api/me")).status).toBe(401);
});

test("without the right proof everything stays", async () => {
  const mo = await signedUp(server.app);
  await mo.sync(mo.runner, { ops: [feelOp()] });
  const wrong = await deleteMe(mo, { password: "a guess at it" });
  expect([wrong.status, await wrong.json()]).toMatchObject([401, { code: "wrongPassword" }]);
  const none = await deleteMe(mo, {});
  expect([none.status, await none.json()]).toMatchObject([400, { code: "invalidRequest" }]);
  const code = await deleteMe(mo, { code: "00000000" });
  expect([code.status, await code.json()]).toMatchObject([401, { code: "wrongCode" }]);
  expect((await mo.sync(mo.runner)).changes).toHaveLength(1);
  expect(noted).toEqual([]);
});

test("a fresh code is a proof as good as the password", async () => {
  const mo = await signedUp(server.app);
  await mo.request("POST", "/api/auth/codes", { email: mo.account.email, purpose: "signIn" });
  const code = await mails.nextCode(mo.account.email);
  expect((await deleteMe(mo, { code })).status).toBe(204);
  expect((await mo.request("GET", "/api/me")).status).toBe(410);
});

test("a coach's runners keep all that is theirs, and each is told that the coach has no access", async () => {
  const [ada, mo, li] = [
    await signedUp(server.app, "Ada"),
    await signedUp(server.app),
    await signedUp(server.app, "Li"),
  ];
  const squad = await squadOf(ada, mo, li);
  await ada.request("POST", `/api/squads/${squad.id}/invitations`);
  const comment = commentOp();
  await ada.sync(mo.runner, { ops: [comment] });
  await mo.sync(mo.runner, { ops: [feelOp()] });

  expect((await deleteMe(ada)).status).toBe(204);

  const { changes } = await mo.sync(mo.runner);
  expect(changes.map(({ kind }) => kind).toSorted()).toEqual(["comment", "grant", "run_feel"]);
  const grant = changes.find(({ kind }) => kind === "grant");
  expect(grant?.body).toMatchObject({ revoked: NOW.toISOString() });
  expect((await li.sync(li.runner)).changes).toMatchObject([{ kind: "grant", body: { revoked: NOW.toISOString() } }]);
  expect(await (await mo.request("GET", "/api/me/grants")).json()).toEqual({ grants: [] });
  // What they wrote into a runner's records is the runner's, under an id that leads to nobody any more.
  const left = await tablesWith(ada.account.id, ada.account.email);
  expect(left.filter((table) => !["record", "record_past", "op_receipt"].includes(table))).toEqual([]);
  expect(await tablesWith(squad.id, ada.runner)).toEqual([]);
});

test("whatever is on its way at that moment leaves nothing behind", async () => {
  const { mo, coach } = await livedIn("Mo In A Hurry");
  const { email } = mo.account;
  const bodies = Array.from({ length: 8 }, () => syncRequest({ ops: [feelOp()] }));
  const answers = await Promise.all([
    ...bodies.map((body) => mo.request("POST", `/api/runners/${mo.runner}/sync`, body)),
    deleteMe(mo),
    ...bodies.map((body) => mo.request("POST", `/api/runners/${mo.runner}/sync`, body)),
    coach.request("POST", `/api/runners/${mo.runner}/sync`, syncRequest({ ops: [commentOp()] })),
    ...bodies.map(() => mo.request("GET", "/api/me")),
    ...bodies.map(() => browser(server.app).request("POST", "/api/auth/sign-in/email", { email, password: PASSWORD })),
  ]);
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => ![200, 204, 401, 404, 410, 429, 503].includes(status))).toEqual([]);
  expect(await tablesWith(mo.account.id, email, mo.runner)).toEqual([]);
});

test("a runner who accepts while the coach deletes ends up without a coach", async () => {
  const [ada, mo] = [await signedUp(server.app, "Ada"), await signedUp(server.app)];
  const squad = await squadOf(ada);
  const made = await ada.request("POST", `/api/squads/${squad.id}/invitations`);
  const { code } = (await made.json()) as Invitation;
  const [accepted, deleted] = await Promise.all([mo.request("POST", `/api/invitations/${code}/accept`), deleteMe(ada)]);
  expect([accepted.ok || accepted.status < 500, deleted.status]).toEqual([true, 204]);
  expect(await (await mo.request("GET", "/api/me/grants")).json()).toEqual({ grants: [] });
  expect(await tablesWith(squad.id)).toEqual([]);
});

test("two coaches of each other who delete at once both go", async () => {
  const [ada, bo] = [await signedUp(server.app, "Ada"), await signedUp(server.app, "Bo")];
  await squadOf(ada, bo);
  await squadOf(bo, ada);
  const statuses = (await Promise.all([deleteMe(ada), deleteMe(bo)])).map(({ status }) => status);
  expect(statuses).toEqual([204, 204]);
  expect(await tablesWith(ada.account.id, bo.account.id, ada.runner, bo.runner)).toEqual([]);
});

test("the deletion is noted outside the database, and noted later when that fails", async () => {
  const mo = await signedUp(server.app);
  const tokens = await tokensOf(mo.account.id);
  noteFails = true;
  expect((await deleteMe(mo)).status).toBe(204);
  expect(noted).toEqual([]);
  noteFails = false;
  await noteDeletions(server.database.db, async (deletion) => void noted.push(deletion), NOW);
  expect(noted).toEqual([{ account: mo.account.id, at: NOW, tokenHashes: tokens.map(hashToken) }]);
  await noteDeletions(server.database.db, async (deletion) => void noted.push(deletion), NOW);
  expect(noted).toHaveLength(1);
  expect(await tablesWith(mo.account.id)).toEqual([]);
});

test("applied to a database in which the account lives again, the deletion happens again, once", async () => {
  const { db } = server.database;
  const { mo } = await livedIn("Mo Restored");
  const deletion = { account: mo.account.id, at: NOW, tokenHashes: (await tokensOf(mo.account.id)).map(hashToken) };
  // A device that signed in after the backup was made and before the deletion.
  const later = { ...deletion, tokenHashes: [...deletion.tokenHashes, hashToken("a token unknown here")] };

  expect(await applyDeletions(db, [later])).toBe(1);

  expect(await readHead(db, mo.runner satisfies RunnerId)).toBeNull();
  expect((await mo.request("GET", "/api/me")).status).toBe(410);
  expect(await tablesWith(mo.account.id, mo.account.email, mo.runner)).toEqual([]);
  expect(await tablesWith(hashToken("a token unknown here").toString("hex"))).toEqual(["deleted_session"]);
  expect(await applyDeletions(db, [later])).toBe(0);
});

test("after 400 days the hashes go too", async () => {
  const { db } = server.database;
  const mo = await signedUp(server.app);
  await deleteMe(mo);
  const dayOf = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
  await noteDeletions(db, async () => {}, dayOf(400));
  expect((await mo.request("GET", "/api/me")).status).toBe(410);
  await noteDeletions(db, async () => {}, dayOf(401));
  expect((await mo.request("GET", "/api/me")).status).toBe(401);
});
