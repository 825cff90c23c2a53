import type { RunnerId } from "@legwork/core/record";
import { type Problem, type SyncRequest, type SyncResponse, syncPath } from "@legwork/core/wire";

export type SyncAnswer =
  | { readonly ok: true; readonly response: SyncResponse }
  | {
      readonly ok: false;
      readonly status: number;
      readonly problem: Problem | null;
      readonly retryAfterMs: number | null;
    };

/** The way to the server. Rejects when there is none: no signal, a cut connection, half an answer. */
export interface Transport {
  sync(runner: RunnerId, request: SyncRequest, signal: AbortSignal): Promise<SyncAnswer>;
}

export const httpTransport: Transport = {
  async sync(runner, request, signal) {
    const answer = await fetch(syncPath(runner), {
      method: "POST",
      headers: { "content-type": "application/json" },
      credentials: "same-origin",
      body: JSON.stringify(request),
      signal,
    });
    if (answer.ok) return { ok: true, response: (await answer.json()) as SyncResponse };
    const problem = await answer.json().then(
      (body) => body as Problem,
      () => null,
    );
    return { ok: false, status: answer.status, problem, retryAfterMs: retryAfter(answer) };
  },
};

function retryAfter(answer: Response): number | null {
  const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}
