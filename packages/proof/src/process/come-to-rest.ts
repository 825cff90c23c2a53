import type { Digest, PastValue, RecordId, RunnerId, StoredRecord } from "@legwork/core/record";
import type { Db } from "@legwork/db";
import type { FinalServer, FinalState } from "../history";
import type { Account, Phone } from "./phone-over-http";

/** Rounds within which everybody must be quiet once the server stays up. Our own choice: one sends and one pulls what the others sent. */
const CYCLES_ALLOWED = 3;

/** The faults have stopped: everybody syncs until nobody has anything left to say, and everything is looked at. */
export async function comeToRest(
  phones: readonly Phone[],
  { db, account }: { readonly db: Db; readonly account: Account },
): Promise<FinalState> {
  const restedIn = new Map<Phone, number>();
  for (let round = 1; round <= CYCLES_ALLOWED; round += 1) {
    for (const phone of phones) {
      const outcome = await phone.sync();
      if (outcome.status !== "upToDate") restedIn.delete(phone);
      else if (!restedIn.has(phone)) restedIn.set(phone, round);
    }
  }
  return {
    owner: account.id,
    server: await readServer(db, account.runner),
    devices: await Promise.all(phones.map((phone) => phone.look(restedIn.get(phone) ?? null))),
    cyclesAllowed: CYCLES_ALLOWED,
  };
}

/** Straight from the tables: what the server says of itself is not asked. */
async function readServer({ client }: Db, runner: RunnerId): Promise<FinalServer> {
  const rows = async <Row>(select: string): Promise<readonly Row[]> =>
    (await client.query(`${select} where runner_id = $1`, [runner])).rows as Row[];
  const [head] = await rows<{ epoch: string; head: number; digest: Digest }>(
    "select epoch, head, digest from runner_head",
  );
  if (head === undefined) throw new Error("The runner is gone.");
  return {
    ...head,
    records: await rows<StoredRecord>(
      `select id, kind, schema, body, rev, key_rev as "keyRev", deleted, author, op_id as "opId" from record`,
    ),
    past: await rows<{ id: RecordId; rev: number; values: readonly PastValue[] }>(
      `select id, rev, "values" from record_past`,
    ),
    receipts: await rows<{ opId: string; author: string; rev: number }>(
      `select op_id as "opId", author, rev from op_receipt`,
    ),
  };
}
