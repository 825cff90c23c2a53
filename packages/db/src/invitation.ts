import { createHash, randomInt } from "node:crypto";
import { type Connection, rowsOf, type Tx } from "./connection";

export interface OpenInvitation {
  readonly squad: string;
  readonly squadName: string;
  /** Account of the coach. */
  readonly coach: string;
  readonly coachName: string;
  /** Kinds of records that accepting opens to the coach. */
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly expiresAt: Date;
}

export type InvitationResult =
  | { readonly ok: true; readonly invitation: OpenInvitation }
  | { readonly ok: false; readonly error: "unknown" | "used" | "expired" };

export interface NewInvitation {
  readonly squad: string;
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly expiresAt: Date;
}

// Crockford's alphabet: a code is read aloud and typed on a phone. 12 letters are 60 bits, far beyond guessing over the network.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 12;
const GROUP_LENGTH = 4;

const INVITATION_COLUMNS = `i.squad_id as squad, s.name as "squadName", s.coach, coalesce(u.name, '') as "coachName", i.read, i.write, i.expires_at as "expiresAt"`;
const CREATE_INVITATION = {
  name: "create_invitation",
  text: `insert into invitation (squad_id, code_hash, read, write, expires_at) values ($1, $2, $3, $4, $5)`,
};
const READ_INVITATION = {
  name: "read_invitation",
  text: `
    select ${INVITATION_COLUMNS}, i.used_at is not null as used, i.expires_at <= $2 as expired
    from invitation i join squad s on s.squad_id = i.squad_id left join "user" u on u.id = s.coach where i.code_hash = $1`,
};
const USE_INVITATION = {
  name: "use_invitation",
  text: `update invitation set used_by = $3, used_at = $2
         where code_hash = $1 and used_at is null and expires_at > $2 returning squad_id`,
};

/** Makes a code `XXXX-XXXX-XXXX`, known to nobody but its reader: the database holds its hash. */
export async function createInvitation(connection: Connection, invitation: NewInvitation): Promise<string> {
  const code = makeCode();
  const { squad, read, write, expiresAt } = invitation;
  await rowsOf(connection, CREATE_INVITATION, [squad, hashCode(code), read, write, expiresAt]);
  return code;
}

/** What accepting a code would open. Capitals, spaces and dashes do not matter. */
export async function readInvitation(connection: Connection, code: string, now: Date): Promise<InvitationResult> {
  const [row] = await rowsOf<OpenInvitation & { used: boolean; expired: boolean }>(connection, READ_INVITATION, [
    hashCode(code),
    now,
  ]);
  if (!row) return { ok: false, error: "unknown" };
  const { used, expired, ...invitation } = row;
  if (used) return { ok: false, error: "used" };
  if (expired) return { ok: false, error: "expired" };
  return { ok: true, invitation };
}

/** Spends a code: of many callers at once, one gets `ok`. Rolling back gives the code back. */
export async function useInvitation(
  tx: Tx,
  code: string,
  by: { readonly account: string; readonly now: Date },
): Promise<InvitationResult> {
  const offer = await readInvitation(tx, code, by.now);
  if (!offer.ok) return offer;
  const spent = await rowsOf(tx, USE_INVITATION, [hashCode(code), by.now, by.account]);
  return spent.length > 0 ? offer : { ok: false, error: "used" };
}

function makeCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  const groups = Array.from({ length: CODE_LENGTH / GROUP_LENGTH }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(""),
  );
  return groups.join("-");
}

function hashCode(code: string): Buffer {
  const plain = code.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0");
  return createHash("sha256").update(plain).digest();
}
