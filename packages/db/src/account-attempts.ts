import { type Connection, rowsOf } from "./connection";

/** How many tries a window allows, and what happens beyond. */
export interface AttemptLimit {
  readonly max: number;
  readonly windowS: number;
  /** Beyond `max` one try in so many seconds still gets through; null = none until the window ends. */
  readonly slowedToS: number | null;
}

/** A try that may go on, or the seconds to wait. */
export type AttemptResult = { readonly ok: true } | { readonly ok: false; readonly waitS: number };

/** Rows kept when far more are being counted than any honest day brings: a bound on the disk, our own choice. */
const ROWS_MAX = 200_000;

// One statement is one row lock: of many tries at once each is counted. A refused try leaves the row as it was. The id is nobody's key:
// of two first tries at once it would collide where `on conflict` does not look.
const TAKE_ATTEMPT = {
  name: "take_attempt",
  text: `
    insert into rate_limit as r (id, key, count, last_request, ends_at) values (gen_random_uuid()::text, $1, 1, $2::bigint, $2::bigint + $4::bigint)
    on conflict (key) do update set
      count = case when r.ends_at <= $2 then 1 else r.count + 1 end,
      last_request = $2,
      ends_at = case when r.ends_at <= $2 then excluded.ends_at else r.ends_at end
    where r.ends_at <= $2 or r.count < $3 or r.last_request + $5::bigint <= $2
    returning count`,
};
const READ_WAIT = {
  name: "read_attempt_wait",
  text: `select least(ends_at, coalesce(last_request + $3::bigint, ends_at)) - $2::bigint as "waitMs" from rate_limit where key = $1`,
};
const GIVE_BACK = {
  name: "give_back_attempt",
  text: `update rate_limit set count = greatest(count - 1, 0) where key = $1`,
};
const FORGET = { name: "forget_attempts", text: `delete from rate_limit where key = $1` };
const SWEEP = {
  name: "sweep_attempts",
  text: `delete from rate_limit where ends_at <= $1
         or key in (select key from rate_limit order by last_request desc offset ${ROWS_MAX})`,
};

/** Counts a try before it is made, so that many at once cannot slip through together. */
export async function takeAttempt(
  connection: Connection,
  key: string,
  { limit, now }: { readonly limit: AttemptLimit; readonly now: Date },
): Promise<AttemptResult> {
  const { max, windowS, slowedToS } = limit;
  const slowedToMs = slowedToS === null ? null : slowedToS * 1000;
  const taken = await rowsOf(connection, TAKE_ATTEMPT, [key, now.getTime(), max, windowS * 1000, slowedToMs]);
  if (taken.length > 0) return { ok: true };
  const [row] = await rowsOf<{ waitMs: number }>(connection, READ_WAIT, [key, now.getTime(), slowedToMs]);
  return { ok: false, waitS: Math.max(1, Math.ceil((row?.waitMs ?? 0) / 1000)) };
}

/** A try that was right after all does not count. */
export async function giveBackAttempt(connection: Connection, key: string): Promise<void> {
  await rowsOf(connection, GIVE_BACK, [key]);
}

export async function forgetAttempts(connection: Connection, key: string): Promise<void> {
  await rowsOf(connection, FORGET, [key]);
}

/** Removes what has ended, and the oldest of far too many. */
export async function sweepAttempts(connection: Connection, now: Date): Promise<void> {
  await rowsOf(connection, SWEEP, [now.getTime()]);
}
