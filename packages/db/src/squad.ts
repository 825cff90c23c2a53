import { randomUUID } from "node:crypto";
import type { RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf } from "./connection";

export interface StoredSquad {
  readonly id: string;
  readonly name: string;
  /** Account of the coach. */
  readonly coach: string;
  readonly runners: number;
}

/** A runner in a coach's list: everything but the summary. */
export interface SquadRunner {
  readonly runner: RunnerId;
  /** The name of the runner's account. */
  readonly name: string;
  readonly head: number;
  /** False after a restore until a device of the runner has synced: nothing of the runner is shown. */
  readonly isMet: boolean;
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly since: Date;
}

export interface SquadPageQuery {
  /** Account whose grants decide. */
  readonly grantee: string;
  /** `next` of the page before; null for the first. */
  readonly after: RunnerId | null;
  readonly limit: number;
}

export interface SquadRunnersPage {
  /** In the order of runner ids; shorter than the limit when a grant was revoked meanwhile. */
  readonly runners: readonly SquadRunner[];
  readonly next: RunnerId | null;
}

const SQUAD_COLUMNS = `s.squad_id as id, s.name, s.coach, (select count(*) from squad_member m where m.squad_id = s.squad_id) as runners`;
const CREATE_SQUAD = {
  name: "create_squad",
  text: `insert into squad (squad_id, name, coach) values ($1, $2, $3)`,
};
const READ_SQUAD = { name: "read_squad", text: `select ${SQUAD_COLUMNS} from squad s where s.squad_id = $1` };
const SQUADS_OF_COACH = {
  name: "squads_of_coach",
  text: `select ${SQUAD_COLUMNS} from squad s where s.coach = $1 order by s.created_at, s.squad_id`,
};
const ADD_MEMBER = {
  name: "add_member",
  text: `insert into squad_member (squad_id, runner_id) values ($1, $2) on conflict do nothing`,
};
const REMOVE_MEMBER = {
  name: "remove_member",
  text: `delete from squad_member where squad_id = $1 and runner_id = $2 returning runner_id`,
};
const MEMBERS_AFTER = {
  name: "members_after",
  text: `select runner_id as runner from squad_member
         where squad_id = $1 and ($2::uuid is null or runner_id > $2) order by runner_id limit $3`,
};
const GRANTED_RUNNERS = {
  name: "granted_runners",
  text: `
    select g.runner_id as runner, coalesce(u.name, '') as name, h.head, g.read, g.write, g.since,
      h.server_epoch = (select epoch from server_state) as "isMet"
    from access_grant g join runner_head h on h.runner_id = g.runner_id left join "user" u on u.id = h.account_id
    where g.runner_id = any ($1::uuid[]) and g.grantee = $2 and g.squad_id = $3 and g.revoked_at is null order by g.runner_id`,
};

export async function createSquad(
  connection: Connection,
  { name, coach }: { readonly name: string; readonly coach: string },
): Promise<StoredSquad> {
  const id = randomUUID();
  await rowsOf(connection, CREATE_SQUAD, [id, name, coach]);
  return { id, name, coach, runners: 0 };
}

export async function readSquad(connection: Connection, squad: string): Promise<StoredSquad | null> {
  const [found] = await rowsOf<StoredSquad>(connection, READ_SQUAD, [squad]);
  return found ?? null;
}

/** Oldest first. */
export function squadsOfCoach(connection: Connection, coach: string): Promise<readonly StoredSquad[]> {
  return rowsOf<StoredSquad>(connection, SQUADS_OF_COACH, [coach]);
}

/** Lists a runner in a squad; the grant is written before. Again changes nothing. */
export async function addMember(connection: Connection, squad: string, runner: RunnerId): Promise<void> {
  await rowsOf(connection, ADD_MEMBER, [squad, runner]);
}

/** False when the runner was not in the squad. */
export async function removeMember(connection: Connection, squad: string, runner: RunnerId): Promise<boolean> {
  return (await rowsOf(connection, REMOVE_MEMBER, [squad, runner])).length > 0;
}

/** One page of a coach's list. Two statements, because members lie with the squad and grants with each runner. */
export async function runnersOfSquad(
  connection: Connection,
  squad: string,
  query: SquadPageQuery,
): Promise<SquadRunnersPage> {
  const members = await rowsOf<{ runner: RunnerId }>(connection, MEMBERS_AFTER, [squad, query.after, query.limit + 1]);
  const page = members.slice(0, query.limit).map((member) => member.runner);
  const runners = await rowsOf<SquadRunner>(connection, GRANTED_RUNNERS, [page, query.grantee, squad]);
  return { runners, next: members.length > query.limit ? (page.at(-1) ?? null) : null };
}
