import {
  decisionText,
  evidenceText,
  preCheckText,
  type Decision,
  type DecisionText,
  type PreCheckText,
  type PreCheckVerdict,
} from "@legwork/core/adaptation";
import { useTranslate } from "./use-reason-words";

/** What adaptation decided, in the reader's language. Asks for the part `adaptation`, and for `exercise` where rungs change. */
export function useDecisionWords(): {
  readonly decision: (decision: Decision) => DecisionText;
  readonly evidence: (decision: Decision) => readonly string[];
  readonly check: (verdict: PreCheckVerdict) => PreCheckText;
} {
  const translate = useTranslate();
  return {
    decision: (decision) => decisionText(decision, translate),
    evidence: (decision) => evidenceText(decision, translate),
    check: (verdict) => preCheckText(verdict, translate),
  };
}
