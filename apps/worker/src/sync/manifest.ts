import type { RunnerId } from "@legwork/core/record";
import type { ManifestRequest, ManifestResponse } from "@legwork/core/wire";
import { accessTo } from "./access";
import type { StreamStore } from "./stream-store";

export interface ManifestInput {
  readonly runner: RunnerId;
  /** Account of the session. */
  readonly account: string;
  readonly request: ManifestRequest;
}

export type ManifestOutcome =
  | { readonly ok: true; readonly response: ManifestResponse }
  /** Unknown and forbidden are one answer. */
  | { readonly ok: false; readonly error: "notFound" | "epochChanged" };

/**
 * Which ops of the asking account have no receipt, in the order asked. An op that somebody else wrote is missing like one that nobody
 * wrote: whoever asks learns only about themselves. A runner who was not met since a restore syncs first.
 */
export async function manifestOf(
  store: StreamStore,
  { runner, account, request }: ManifestInput,
): Promise<ManifestOutcome> {
  const outcome = await store.view(runner, async (view): Promise<ManifestOutcome> => {
    if ((await accessTo(view, account)) === null) return { ok: false, error: "notFound" };
    if (!view.head.isMet) return { ok: false, error: "epochChanged" };
    const receipts = await view.receipts([...new Set(request.opIds)]);
    const settled = new Set(receipts.filter(({ author }) => author === account).map(({ opId }) => opId));
    const missing = request.opIds.filter((opId) => !settled.has(opId));
    return { ok: true, response: { epoch: view.head.epoch, missing } };
  });
  return outcome ?? { ok: false, error: "notFound" };
}
