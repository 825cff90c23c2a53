import type { RunnerId } from "@legwork/core/record";
import {
  manifestPath,
  type ManifestRequest,
  type ManifestResponse,
  type Me,
  type Problem,
  type SyncRequest,
  type SyncResponse,
  syncPath,
} from "@legwork/core/wire";
import { zipped } from "./zipped";

export type Answer<Response> =
  | { readonly ok: true; readonly response: Response }
  | {
      readonly ok: false;
      readonly status: number;
      readonly problem: Problem | null;
      readonly retryAfterMs: number | null;
    };
export type SyncAnswer = Answer<SyncResponse>;
export type Refusal = Extract<SyncAnswer, { ok: false }>;

/** The way to the server. Rejects when there is none: no signal, a cut connection, half an answer. */
export interface Transport {
  sync(runner: RunnerId, request: SyncRequest, signal: AbortSignal): Promise<SyncAnswer>;
  /** Which ops the server has no receipt of. Absent = a server that does not tell. */
  manifest?(runner: RunnerId, request: ManifestRequest, signal: AbortSignal): Promise<Answer<ManifestResponse>>;
  /** Account of the session; null when there is none. */
  account?(signal: AbortSignal): Promise<string | null>;
}

/** Shorter bodies gain nothing. Our own choice. */
const ZIPPED_FROM_BYTES = 2_048;

/** A server from before, or something in front of it, does not unpack: then everything goes as it is, until the next start. */
let unpacks = true;

export const httpTransport: Transport = {
  sync: (runner, request, signal) => post(syncPath(runner), request, { signal, isWhole: isSyncResponse }),
  manifest: (runner, request, signal) => post(manifestPath(runner), request, { signal, isWhole: isManifestResponse }),
  async account(signal) {
    const answer = await fetch("/api/me", { credentials: "same-origin", signal });
    if (answer.status === 401) return null;
    if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
    return ((await answer.json()) as Me).account.id;
  },
};

interface Posting<Response> {
  readonly signal: AbortSignal;
  readonly isWhole: (body: unknown) => body is Response;
}

async function post<Response>(
  path: string,
  request: SyncRequest | ManifestRequest,
  { signal, isWhole }: Posting<Response>,
): Promise<Answer<Response>> {
  const text = JSON.stringify(request);
  const packed = unpacks && text.length >= ZIPPED_FROM_BYTES ? await zipped(text) : null;
  let answer = await send(packed);
  // 415 by name; 400 from one that took the packed bytes for text.
  if (packed !== null && (answer.status === 415 || answer.status === 400)) {
    unpacks = false;
    answer = await send(null);
  }
  if (answer.ok) {
    const response: unknown = await answer.json();
    // A hotel's sign-in page also answers 200.
    if (!isWhole(response)) throw new TypeError("This is not an answer of the server");
    return { ok: true, response };
  }
  const problem = await answer.json().then(
    (body) => body as Problem,
    () => null,
  );
  return { ok: false, status: answer.status, problem, retryAfterMs: retryAfter(answer) };

  function send(body: Blob | null) {
    const headers = { "content-type": "application/json", ...(body === null ? {} : { "content-encoding": "gzip" }) };
    return fetch(path, { method: "POST", headers, credentials: "same-origin", body: body ?? text, signal });
  }
}

function isSyncResponse(body: unknown): body is SyncResponse {
  const { epoch, results, changes, cursor, head } = (body ?? {}) as Partial<SyncResponse>;
  return (
    typeof epoch === "string" &&
    Array.isArray(results) &&
    Array.isArray(changes) &&
    typeof cursor === "number" &&
    typeof head === "number"
  );
}

function isManifestResponse(body: unknown): body is ManifestResponse {
  const { epoch, missing } = (body ?? {}) as Partial<ManifestResponse>;
  return typeof epoch === "string" && Array.isArray(missing);
}

/** Nobody waits longer, whatever a server says. Our own choice. */
const RETRY_AFTER_MAX_MS = 3_600_000;

function retryAfter(answer: Response): number | null {
  const told = answer.headers.get("retry-after");
  if (told === null) return null;
  const seconds = Number(told);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(told) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), RETRY_AFTER_MAX_MS) : null;
}
