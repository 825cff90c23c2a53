import { createHash } from "node:crypto";
import { inTransaction, lockHead, revokeGrant, writeGrant } from "@legwork/db";
import { RECORD_KINDS, type RecordId, type RecordKind } from "@legwork/core/record";
import type { AccountSessions, Grant, Invitation, Op, Scope, Squad } from "@legwork/core/wire";
import { feelOp, randomRecordId } from "../testing/stream";
import { type Browser, browser, type SignedInBrowser, signedUp, type TestServer } from "../testing/test-server";
import type { Role } from "./role-matrix";

/** A text that stands in exactly one place: wherever it turns up, that was read. */
export function secretOf(kind: RecordKind): string {
  return `secret-of-mo-${kind}`;
}

/** Everybody of the matrix, on one server. */
export interface People {
  readonly server: TestServer;
  readonly as: Readonly<Record<Role, Browser>>;
  readonly mo: SignedInBrowser;
  readonly coach: SignedInBrowser;
  readonly squad: Squad;
  /** One record of Mo for each kind that a phone may write. */
  readonly records: ReadonlyMap<RecordKind, RecordId>;
  /** A code that nobody has used. */
  invite(): Promise<string>;
  /** The id under which Mo's browser stands in the list of sessions. */
  sessionOfMo(): Promise<string>;
  /** Mo joins the coach's squad again, when that was ended. */
  rejoin(): Promise<void>;
  /** Gives the coach exactly this. */
  grant(scope: Scope): Promise<void>;
}

/** Kinds that a phone writes; the server writes grants, the merge writes held values. */
export const PHONE_KINDS = RECORD_KINDS.filter((kind) => kind !== "grant" && kind !== "held");

export async function gatherPeople(server: TestServer): Promise<People> {
  const { app, database } = server;
  const mo = await signedUp(app, "secret-of-mo-name");
  const coach = await signedUp(app, "Coach Ada");
  const revoked = await signedUp(app, "Coach Bea");
  const other = await signedUp(app, "Coach Cas");
  const squad = await makeSquad(coach, "Tuesday track");
  await makeSquad(other, "Thursday track");
  await join(mo, revoked, await makeSquad(revoked, "Former track"));
  await mo.request("DELETE", `/api/me/grants/${revoked.account.id}`);
  await join(mo, coach, squad);

  const records = new Map(PHONE_KINDS.map((kind) => [kind, randomRecordId()]));
  const ops = [...records].map(([kind, record]) => secretOp(kind, record));
  const { results } = await mo.sync(mo.runner, { ops });
  const refused = results.find(({ status }) => status !== "applied");
  if (refused) throw new Error(`A record of Mo was not written: ${JSON.stringify(refused)}`);

  return {
    server,
    mo,
    coach,
    squad,
    records,
    as: {
      anonymous: browser(app),
      runner: mo,
      otherRunner: await signedUp(app, "Pat"),
      coach,
      coachAfterRevoke: revoked,
      coachOfOtherSquad: other,
      deletedAccount: await deletedAccount(server),
    },
    invite: async () => (await invitation(coach, squad)).code,
    async sessionOfMo() {
      const { sessions } = (await (await mo.request("GET", "/api/me/sessions")).json()) as AccountSessions;
      return sessions[0]?.id ?? "";
    },
    async rejoin() {
      await join(mo, coach, squad);
    },
    grant: (scope) =>
      inTransaction(database.db, async (tx) => {
        await lockHead(tx, mo.runner, 0);
        await revokeGrant(tx, mo.runner, coach.account.id);
        await writeGrant(tx, { runner: mo.runner, grantee: coach.account.id, squad: squad.id, ...scope });
      }),
  };
}

/** Makes a record of `kind`. Of a schema newer than ours only rights are judged, not the fields. */
export function secretOp(kind: RecordKind, record: RecordId = randomRecordId()): Op {
  return feelOp({ kind, record, schema: 1_000, patch: { secret: secretOf(kind) } });
}

async function makeSquad(coach: SignedInBrowser, name: string): Promise<Squad> {
  return (await (await coach.request("POST", "/api/squads", { name })).json()) as Squad;
}

async function invitation(coach: SignedInBrowser, squad: Squad): Promise<Invitation> {
  return (await (await coach.request("POST", `/api/squads/${squad.id}/invitations`)).json()) as Invitation;
}

async function join(runner: SignedInBrowser, coach: SignedInBrowser, squad: Squad): Promise<Grant> {
  const { code } = await invitation(coach, squad);
  return (await (await runner.request("POST", `/api/invitations/${code}/accept`)).json()) as Grant;
}

/** A browser whose account was deleted meanwhile. */
async function deletedAccount({ app, database }: TestServer): Promise<SignedInBrowser> {
  const gone = await signedUp(app, "Gone");
  const { client } = database.db;
  const { rows } = await client.query<{ token: string }>("select token from session where user_id = $1", [
    gone.account.id,
  ]);
  for (const { token } of rows) {
    const hash = createHash("sha256").update(token).digest();
    await client.query("insert into deleted_session (token_hash) values ($1)", [hash]);
  }
  await client.query(`delete from "user" where id = $1`, [gone.account.id]);
  return gone;
}
