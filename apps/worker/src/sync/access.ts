import type { Scope } from "@legwork/core/wire";
import type { StreamView } from "./stream-store";

export interface Access {
  /** Null = the runner's own account, which reads and writes all. */
  readonly scope: Scope | null;
}

/** What `account` may do with the stream; null = to this account it does not exist. Grants rest while the runner is not met. */
export async function accessTo(
  { head, grantTo }: Pick<StreamView, "head" | "grantTo">,
  account: string,
): Promise<Access | null> {
  if (head.account === account) return { scope: null };
  const scope = head.isMet ? await grantTo(account) : null;
  return scope === null ? null : { scope };
}
