import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AccountSessions, EmailChange, SignInWays } from "@legwork/core/wire";
import { readCurrentRunner } from "@/local-db";
import { changeStream } from "@/sync";
import { askServer } from "./ask-server";
import { keys } from "./keys";
import { announceChange, localDb } from "./local-store";
import { syncLoop } from "./sync-runner";

/** What the server offers besides a password; nothing while that is not known. */
export function useSignInWays(): SignInWays {
  const query = useQuery({
    queryKey: keys.signInWays,
    queryFn: () => askServer<SignInWays>("/api/auth/ways"),
    networkMode: "always",
    retry: false,
  });
  return query.data ?? { password: true, emailCode: false, passkey: false };
}

export interface CodeRequest {
  readonly email: string;
  readonly purpose: "signIn" | "newPassword" | "confirmEmail";
}

/** Has a code sent; succeeds whether the e-mail has an account or not. */
export function useAskCode() {
  return useServerAct((request: CodeRequest) => askServer<null>("/api/auth/codes", { method: "POST", body: request }));
}

export interface NewPassword {
  readonly email: string;
  readonly code: string;
  readonly password: string;
}

/** Replaces a forgotten password; every session of the account ends. */
export function useSetNewPassword() {
  return useServerAct((change: NewPassword) =>
    askServer<null>("/api/auth/new-password", { method: "POST", body: change }),
  );
}

/** All other sessions end. */
export function useChangePassword() {
  return useServerAct((change: { readonly current: string; readonly password: string }) =>
    askServer<null>("/api/me/password", { method: "POST", body: change }),
  );
}

/** With a mail server the new address has to be confirmed with a code. */
export function useChangeEmail() {
  return useServerAct(async (change: { readonly email: string; readonly password: string }) => {
    const answer = await askServer<EmailChange>("/api/me/email", { method: "POST", body: change });
    if (answer.status === "changed") await noteEmail(change.email);
    return answer;
  });
}

export function useConfirmEmailChange() {
  return useServerAct(async (change: { readonly email: string; readonly code: string }) => {
    await askServer<null>("/api/me/email/confirm", { method: "POST", body: change });
    await noteEmail(change.email);
  });
}

/** Where this account is signed in. */
export function useSessions() {
  return useQuery({
    queryKey: keys.sessions,
    queryFn: async () => (await askServer<AccountSessions>("/api/me/sessions")).sessions,
    networkMode: "always",
  });
}

export function useEndSession() {
  return useServerAct((id: string) =>
    askServer<null>(`/api/me/sessions/${encodeURIComponent(id)}`, { method: "DELETE" }),
  );
}

export function useEndOtherSessions() {
  return useServerAct(() => askServer<null>("/api/me/sessions", { method: "DELETE" }));
}

export type DeletionProof = { readonly password: string } | { readonly code: string };

/** Deletes the account on the server. What is on this phone stays until its runner says otherwise. */
export function useDeleteAccount() {
  return useServerAct(async (proof: DeletionProof) => {
    await askServer<null>("/api/me", { method: "DELETE", body: proof });
    // The next contact tells this phone like every other one.
    await syncLoop().now();
  });
}

async function noteEmail(email: string) {
  const runner = await readCurrentRunner(localDb());
  await localDb()
    .account(runner)
    .write(["streams"], (tx) => changeStream(tx, runner, { email: email.toLowerCase() }));
  announceChange("account");
}

function useServerAct<Input, Result>(act: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    networkMode: "always",
    onSettled: () => client.invalidateQueries({ queryKey: ["server"] }),
  });
}
