import type { ReactNode } from "react";
import type { Plan } from "@legwork/core/plan";
import { useProposal } from "./use-proposal";

interface ProposalPlaceProps {
  readonly plan: Plan;
  /** What stands below; it waits where a proposal is likely. */
  readonly children: ReactNode;
}

/** Room for what had better be moved in the running week, above what it is about. */
export function ProposalPlace({ plan, children }: ProposalPlaceProps) {
  const { known, card } = useProposal(plan);
  if (!known) return null;
  return (
    <>
      {card}
      {children}
    </>
  );
}
