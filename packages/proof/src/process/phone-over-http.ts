import { randomBytes, randomUUID } from "node:crypto";
import type { RecordId, RunnerId } from "@legwork/core/record";
import { type Me, type Problem, syncPath, type SyncResponse } from "@legwork/core/wire";
import { runCycle, writeRecords } from "@legwork/web/sync";
import type { FinalDevice, HistoryEvent } from "../history";
import { lookInto } from "../look-into";
import { openDeviceDb, signInDevice } from "../simulation/open-device-db";

type Transport = Parameters<typeof runCycle>[0]["transport"];
type Outcome = Awaited<ReturnType<typeof runCycle>>;

/** Whoever is signed in, and how its phones reach the server now: a restarted one has another address. */
export interface Account {
  readonly id: string;
  readonly runner: RunnerId;
  readonly cookie: string;
}

export async function signUp(url: string): Promise<Account> {
  const person = {
    email: `${randomUUID()}@example.org`,
    password: randomBytes(18).toString("base64url"),
    name: "Proof",
  };
  const headers = { Origin: url, "Content-Type": "application/json" };
  const made = await fetch(`${url}/api/auth/sign-up/email`, { method: "POST", headers, body: JSON.stringify(person) });
  if (!made.ok) throw new Error(`Sign-up answered ${made.status}: ${await made.text()}`);
  const cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const answer = await fetch(`${url}/api/me`, { headers: { Cookie: cookie } });
  const me = (await answer.json()) as Me;
  return { id: me.account.id, runner: me.runner, cookie };
}

export interface PhoneOptions {
  readonly name: string;
  readonly account: Account;
  /** Where requests go, and the origin of the page that sends them. */
  readonly server: () => { readonly url: string; readonly origin: string };
  readonly log: (event: HistoryEvent) => void;
  /** No answer within this time is no answer. */
  readonly timeoutMs: number;
}

/** The phone's own code over a database of its own and a real socket; only the waits between its cycles are the test's. */
export interface Phone {
  readonly name: string;
  /** A new comment, or another text for one that stands. Resolves when the screen says saved. */
  write(value: string, rewrites?: RecordId): Promise<RecordId>;
  sync(): Promise<Outcome>;
  look(cyclesToRest: number | null): Promise<FinalDevice>;
  requests(): number;
}

export async function makePhone({ name, account, server, log, timeoutMs }: PhoneOptions): Promise<Phone> {
  const database = `${name}-${randomUUID()}`;
  await signInDevice(database, account.runner);
  const db = openDeviceDb(database, account.runner);
  let clock = Date.parse("2026-03-02T08:00:00Z");
  let calls = 0;
  let requests = 0;

  const transport: Transport = {
    async sync(runner, request) {
      const call = `${name} asks ${(requests += 1)}`;
      const { epoch, cursor, ops } = request;
      log({ type: "sync", phase: "invoke", call, device: name, account: account.id, epoch, cursor, ops });
      try {
        const { url, origin } = server();
        const answer = await fetch(`${url}${syncPath(runner)}`, {
          method: "POST",
          // One connection per request: each meets its own fault, and none is left of a killed server.
          headers: {
            "content-type": "application/json",
            connection: "close",
            Origin: origin,
            Cookie: account.cookie,
          },
          body: JSON.stringify(request),
          signal: AbortSignal.timeout(timeoutMs),
        });
        const body: unknown = await answer.json();
        if (!answer.ok) {
          log({ type: "sync", phase: "unknown", call });
          return { ok: false, status: answer.status, problem: body as Problem, retryAfterMs: null };
        }
        const response = body as SyncResponse;
        const { head, results, changes } = response;
        log({
          type: "sync",
          phase: "ok",
          call,
          epoch: response.epoch,
          head,
          cursor: response.cursor,
          results,
          changes,
        });
        return { ok: true, response };
      } catch (error) {
        log({ type: "sync", phase: "unknown", call });
        throw error;
      }
    },
  };

  return {
    name,
    requests: () => requests,
    async write(value, rewrites) {
      const call = `${name} writes ${(calls += 1)}`;
      const record = rewrites ?? (randomUUID() as string as RecordId);
      const change = { key: "text", value };
      const about = { account: account.id, record, kind: "comment", change, merge: "latest", known: "byAll" } as const;
      log({ type: "write", phase: "invoke", call, device: name, ...about });
      const begin = rewrites === undefined ? { writtenAt: new Date((clock += 1_000)).toISOString() } : {};
      await writeRecords(db, [{ id: record, kind: "comment", patch: { ...begin, text: value } }], clock);
      log({ type: "write", phase: "ok", call });
      return record;
    },
    sync: () => runCycle({ db, transport, runner: account.runner, now: () => (clock += 1_000) }),
    look: async (cyclesToRest) => ({
      ...(await lookInto(db, account.runner)),
      device: name,
      account: account.id,
      scope: null,
      cyclesToRest,
    }),
  };
}
