import {
  type Db,
  devicesAfter,
  grantsEver,
  type KeptPast,
  type KeptRecord,
  type KeptRefusal,
  pastAfter,
  readHead,
  recordsAfter,
  refusalsAfter,
  type SeenDevice,
  squadsOfCoach,
} from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import type { Account } from "../auth/fresh-session";

/** Names the document, so that a person or a program knows what it holds. */
export const EXPORT_FORMAT = "legwork-export";
/** Rises when a reader of the former version would misunderstand the document. */
export const EXPORT_VERSION = 1;

export interface ExportInput {
  readonly account: Account;
  readonly runner: RunnerId;
  readonly now: Date;
}

/** Rows of one page: what the server holds in memory of an export at a time. Our own choice. */
const PAGE = 200;
/** A refused op may be as long as a whole request. */
const REFUSALS_PAGE = 20;

/**
 * Everything the server holds about a runner as one JSON document, piece by piece: each page is asked for when the one before is on its
 * way, and no connection or snapshot is held between. Records come before what was put aside, so every value that stood when the export
 * began is in it, in one place or the other.
 */
export async function* exportChunks(db: Db, { account, runner, now }: ExportInput): AsyncGenerator<string> {
  const head = await readHead(db, runner);
  const about = {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt: now.toISOString(),
    account,
    runner: { id: runner, epoch: head?.epoch ?? null, head: head?.head ?? 0 },
    grants: await grantsEver(db, runner),
    squads: (await squadsOfCoach(db, account.id)).map(({ id, name, runners }) => ({ id, name, runners })),
  };
  yield JSON.stringify(about).slice(0, -1);
  yield* list<KeptRecord>("records", (last) => recordsAfter(db, runner, { last, limit: PAGE }));
  yield* list<KeptPast>("past", (last) => pastAfter(db, runner, { last, limit: PAGE }));
  yield* list<KeptRefusal>("refused", (last) =>
    refusalsAfter(db, runner, { after: last?.hash ?? null, limit: REFUSALS_PAGE }),
  );
  yield* list<SeenDevice>("devices", (last) => devicesAfter(db, runner, { last, limit: PAGE }));
  yield "}";
}

async function* list<Row>(
  name: string,
  pageAfter: (last: Row | null) => Promise<readonly Row[]>,
): AsyncGenerator<string> {
  yield `,"${name}":[`;
  let last: Row | null = null;
  for (let page = await pageAfter(null); page.length > 0; page = await pageAfter(last)) {
    yield `${last === null ? "" : ","}${JSON.stringify(page).slice(1, -1)}`;
    last = page.at(-1) ?? last;
  }
  yield "]";
}
