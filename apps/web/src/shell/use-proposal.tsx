import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Plan } from "@legwork/core/plan";
import type { Slot } from "@legwork/core/programme";
import { useDeviceValue, useProposedMoves } from "@/data";
import { isProposalLikely, movesToShow } from "./proposed-moves";

interface Proposal {
  /** False while one is likely and not known yet: what stands around it waits, and nothing jumps away under a thumb. */
  readonly known: boolean;
  /** The sessions that it moves. */
  readonly slots: readonly Slot[];
  /** Null when nothing is proposed. */
  readonly card: ReactNode;
}

/** What had better be moved in the running week, unless the runner has said "not now" on this device. */
export function useProposal(plan: Plan): Proposal {
  const week = plan.weeks[plan.currentWeek];
  const likely = isProposalLikely(plan);
  const { known, moves } = useProposedMoves(plan);
  const notNow = useDeviceValue(`notNow/${week?.monday ?? ""}`);
  const shown = notNow.value === true ? [] : movesToShow(week, moves);
  const loading = useCard(likely || shown.length > 0);
  const Card = loading.data;
  const shows = Card !== undefined && week !== undefined && shown.length > 0;
  return {
    known: !likely || (known && notNow.status !== "loading" && !loading.isLoading),
    slots: shows ? shown.map(({ move }) => move.slot) : [],
    card: shows ? <Card week={week} moves={shown} /> : null,
  };
}

// With the card comes all that it writes with. Most days propose nothing, and need neither.
function useCard(wanted: boolean) {
  return useQuery({
    queryKey: ["proposalCard"],
    queryFn: async () => (await import("./proposal-card")).ProposalCard,
    enabled: wanted,
  });
}
