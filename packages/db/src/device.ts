import type { RunnerId } from "@legwork/core/record";
import { type Connection, rowsOf } from "./connection";

/** What a device said with a sync. */
export interface DeviceReport {
  readonly device: string;
  readonly account: string;
  readonly cursor: number;
  readonly outbox: { readonly count: number; readonly oldestS: number };
}

export interface SeenDevice extends DeviceReport {
  readonly lastSeen: Date;
}

/** Our own choice: a device that only asks for news is noted at most this often, so that an empty pull stays a read. */
const SEEN_EVERY_S = 60;

// A report may come late. Runner and account are held while it is written: of one that is being deleted nothing may stay behind.
const SAVE_DEVICES = {
  name: "save_devices",
  text: `
    insert into device as d (runner_id, device, account, cursor, outbox_count, outbox_oldest_s)
      select r.* from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[]) as r (runner, device, account)
        cross join lateral (select from runner_head where runner_id = r.runner limit 1 for key share skip locked) known
        cross join lateral (select from "user" where id = r.account limit 1 for key share skip locked) owner
    on conflict (runner_id, device) do update set account = excluded.account, last_seen = now(), cursor = excluded.cursor,
      outbox_count = excluded.outbox_count, outbox_oldest_s = excluded.outbox_oldest_s
    where d.last_seen < now() - make_interval(secs => ${SEEN_EVERY_S}) or d.account <> excluded.account
      or d.cursor <> excluded.cursor or d.outbox_count <> excluded.outbox_count`,
};
const DEVICES_OF_RUNNER = {
  name: "devices_of_runner",
  text: `
    select device, account, cursor, json_build_object('count', outbox_count, 'oldestS', outbox_oldest_s) as outbox, last_seen as "lastSeen"
    from device where runner_id = $1 order by last_seen desc, device`,
};

/** Notes what devices reported, each device once; skips the write where nothing changed within the last minute, and who is gone. */
export async function saveDevices(
  connection: Connection,
  reports: readonly (DeviceReport & { readonly runner: RunnerId })[],
): Promise<void> {
  // One order for all servers, or two of them could wait for each other.
  const inOrder = [...reports].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  await rowsOf(connection, SAVE_DEVICES, [
    inOrder.map(({ runner }) => runner),
    inOrder.map(({ device }) => device),
    inOrder.map(({ account }) => account),
    inOrder.map(({ cursor }) => cursor),
    inOrder.map(({ outbox }) => outbox.count),
    inOrder.map(({ outbox }) => wholeSeconds(outbox.oldestS)),
  ]);
}

function keyOf({ runner, device }: { readonly runner: RunnerId; readonly device: string }): string {
  return `${runner} ${device}`;
}

// A phone whose clock jumped may say anything.
function wholeSeconds(seconds: number): number {
  return Math.min(Math.floor(seconds), Number.MAX_SAFE_INTEGER);
}

export function devicesOfRunner(connection: Connection, runner: RunnerId): Promise<readonly SeenDevice[]> {
  return rowsOf<SeenDevice>(connection, DEVICES_OF_RUNNER, [runner]);
}
