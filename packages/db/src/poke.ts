import type { RunnerId } from "@legwork/core/record";
import { type Db, rowsOf } from "./connection";
import { type Listening, type ListenOptions, listenTo } from "./listen";

/** A stream that was changed, and by whom. */
export interface ChangedStream {
  readonly runner: RunnerId;
  /** Account of whoever changed it. */
  readonly by: string;
  /** The device that made the change knows it already; null = none does. */
  readonly device: string | null;
}

/** The news of a change, as every server on this database hears it. */
export interface Poke extends ChangedStream {
  /** Accounts that might read the runner when the change was told. */
  readonly to: readonly string[];
}

const CHANNEL = "legwork_pokes";
// A payload of NOTIFY ends at 8,000 bytes: a hundred account ids are below half of it.
const NOTIFY_POKES = {
  name: "notify_pokes",
  text: `
    with audience as (
      select c.runner, c.account as by, c.device, c.ord, reader.account,
             (row_number() over (partition by c.ord) - 1) / 100 as part
      from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as c (runner, account, device, ord)
      join runner_head h on h.runner_id = c.runner
      cross join lateral (
        select h.account_id as account
        union
        select g.grantee from access_grant g
        where g.runner_id = c.runner and g.revoked_at is null and h.server_epoch = (select epoch from server_state)
      ) reader
    )
    select pg_notify('${CHANNEL}', json_build_object('runner', runner, 'by', by, 'device', device, 'to', json_agg(account))::text)
    from audience group by ord, runner, by, device, part`,
};

/** Tells every listening server which streams were changed. Call it after the commit: inside, NOTIFY would make all commits wait for each other. */
export async function notifyPokes(db: Db, changes: readonly ChangedStream[]): Promise<void> {
  await rowsOf(db, NOTIFY_POKES, [
    changes.map(({ runner }) => runner),
    changes.map(({ by }) => by),
    changes.map(({ device }) => device),
  ]);
}

export interface PokeListener extends Omit<ListenOptions, "channel" | "onMessage"> {
  readonly onPoke: (poke: Poke) => void;
}

export function listenToPokes(db: Db, { onPoke, ...listener }: PokeListener): Listening {
  // Only `notifyPokes` writes to this channel of our own database.
  return listenTo(db, { ...listener, channel: CHANNEL, onMessage: (payload) => onPoke(JSON.parse(payload) as Poke) });
}
