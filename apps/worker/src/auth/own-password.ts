import type { Context } from "hono";
import { ProblemError } from "../problem";
import type { Accounts } from "./accounts";
import type { Attempts } from "./attempts";
import type { SignedInEnv } from "./session";

/** Whoever is signed in shows once more that it is them. Throws `wrongPassword`, or `tooManyRequests` for somebody who guesses. */
export async function proveOwnPassword(
  context: Context<SignedInEnv>,
  { accounts, attempts, password }: { accounts: Accounts; attempts: Attempts; password: string },
): Promise<void> {
  const { account } = context.var;
  const attempt = await attempts.begin(context, "password", account.email);
  const { internalAdapter, password: hashes } = await accounts.$context;
  const credential = await internalAdapter.findCredentialAccount(account.id);
  const isRight =
    typeof credential?.password === "string" && (await hashes.verify({ hash: credential.password, password }));
  if (!isRight) throw new ProblemError("wrongPassword", { at: "password" });
  await attempt.succeeded();
}
