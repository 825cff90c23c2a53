import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { RunnerId } from "@legwork/core/record";
import type { Grant, Invitation, InvitationOffer, Squad, SquadPage, SquadRow } from "@legwork/core/wire";
import { askServer } from "./ask-server";
import { keys } from "./keys";

const PAGE_ROWS = 200;

/** Squads that this account coaches. */
export function useSquads() {
  return useQuery({
    queryKey: keys.squads,
    queryFn: async () => (await askServer<{ squads: readonly Squad[] }>("/api/squads")).squads,
    networkMode: "always",
  });
}

/** The coach's list, all its pages. */
export function useSquadRunners(squad: string | null) {
  return useQuery({
    queryKey: keys.squadRunners(squad ?? ""),
    queryFn: () => fetchSquadRunners(squad ?? ""),
    networkMode: "always",
    enabled: squad !== null,
  });
}

export interface SquadRunners {
  readonly squad: Squad;
  readonly rows: readonly SquadRow[];
}

async function fetchSquadRunners(squad: string): Promise<SquadRunners> {
  const rows: SquadRow[] = [];
  let after: RunnerId | null = null;
  for (;;) {
    const query = `limit=${PAGE_ROWS}${after === null ? "" : `&after=${after}`}`;
    const page: SquadPage = await askServer<SquadPage>(`/api/squads/${squad}/runners?${query}`);
    rows.push(...page.rows);
    if (page.next === null) return { squad: page.squad, rows };
    after = page.next;
  }
}

export function useCreateSquad() {
  return useServerChange((name: string) => askServer<Squad>("/api/squads", { method: "POST", body: { name } }));
}

export function useMakeInvitation() {
  return useServerChange((squad: string) =>
    askServer<Invitation>(`/api/squads/${squad}/invitations`, { method: "POST" }),
  );
}

/** The coach ends it. */
export function useRemoveRunner() {
  return useServerChange(({ squad, runner }: { squad: string; runner: RunnerId }) =>
    askServer<null>(`/api/squads/${squad}/runners/${runner}`, { method: "DELETE" }),
  );
}

/** What an invitation would let the coach read and write; asked when there is a code. */
export function useInvitationOffer(code: string | null) {
  return useQuery({
    queryKey: keys.invitation(code ?? ""),
    queryFn: () => askServer<InvitationOffer>(`/api/invitations/${encodeURIComponent(code ?? "")}`),
    networkMode: "always",
    enabled: code !== null && code !== "",
  });
}

export function useAcceptInvitation() {
  return useServerChange((code: string) =>
    askServer<Grant>(`/api/invitations/${encodeURIComponent(code)}/accept`, { method: "POST" }),
  );
}

/** The runner ends it: the coach reads nothing from now on. */
export function useEndGrant() {
  return useServerChange((grantee: string) =>
    askServer<null>(`/api/me/grants/${encodeURIComponent(grantee)}`, { method: "DELETE" }),
  );
}

function useServerChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    networkMode: "always",
    onSettled: () => client.invalidateQueries({ queryKey: ["server"] }),
  });
}
