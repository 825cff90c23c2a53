import { type Connection, rowsOf } from "./connection";

/** Places remembered per account: home, work, a few phones' networks. Our own choice. */
export const KNOWN_CLIENTS_MAX = 20;

const IS_KNOWN = {
  name: "is_known_client",
  text: `select from known_client k join "user" u on u.id = k.user_id where u.email = $1 and k.client_hash = $2`,
};
const REMEMBER = {
  name: "remember_client",
  // Held, so that an account that is being deleted at this moment is one that is not there.
  text: `with held as (select id from "user" where email = $1 for key share)
         insert into known_client (user_id, client_hash, seen_at) select id, $2, $3 from held
         on conflict (user_id, client_hash) do update set seen_at = excluded.seen_at`,
};
const FORGET_OLDEST = {
  name: "forget_oldest_clients",
  text: `
    delete from known_client k using "user" u where u.id = k.user_id and u.email = $1 and k.client_hash not in (
      select client_hash from known_client where user_id = u.id order by seen_at desc limit ${KNOWN_CLIENTS_MAX})`,
};

/** Whether the account of this e-mail was signed in to from there. False when there is no such account. */
export async function isKnownClient(connection: Connection, email: string, clientHash: Buffer): Promise<boolean> {
  return (await rowsOf(connection, IS_KNOWN, [email, clientHash])).length > 0;
}

/** Remembers a sign-in; the oldest go when an account has too many. */
export async function rememberClient(
  connection: Connection,
  email: string,
  { clientHash, now }: { readonly clientHash: Buffer; readonly now: Date },
): Promise<void> {
  await rowsOf(connection, REMEMBER, [email, clientHash, now]);
  await rowsOf(connection, FORGET_OLDEST, [email]);
}
