import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Plan } from "@legwork/core/plan";
import { useDeviceValue, useProposedMoves } from "@/data";
import { isProposalLikely, movesToShow } from "./proposed-moves";

interface ProposalPlaceProps {
  readonly plan: Plan;
  /** What stands below. Where a proposal is likely it waits for it: nothing jumps away under a thumb. */
  readonly children: ReactNode;
}

/** Room for what had better be moved in the running week, unless the runner has said "not now" on this device. */
export function ProposalPlace({ plan, children }: ProposalPlaceProps) {
  const week = plan.weeks[plan.currentWeek];
  const likely = isProposalLikely(plan);
  const { known, moves } = useProposedMoves(plan);
  const notNow = useDeviceValue(`notNow/${week?.monday ?? ""}`);
  const shown = notNow.value === true ? [] : movesToShow(week, moves);
  const card = useCard(likely || shown.length > 0);
  if (likely && (!known || notNow.status === "loading" || card.isLoading)) return null;
  const Card = card.data;
  return (
    <>
      {Card !== undefined && week !== undefined && shown.length > 0 && <Card week={week} moves={shown} />}
      {children}
    </>
  );
}

// With the card comes all that it writes with. Most days propose nothing, and need neither.
function useCard(wanted: boolean) {
  return useQuery({
    queryKey: ["proposalCard"],
    queryFn: async () => (await import("./proposal-card")).ProposalCard,
    enabled: wanted,
  });
}
