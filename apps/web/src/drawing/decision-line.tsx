import { useState, type ReactNode } from "react";
import type { Decision } from "@legwork/core/adaptation";
import { useTranslations } from "use-intl";
import { useDecisionWords } from "@/i18n/use-decision-words";
import { Button } from "@/ui/button";
import { classNames } from "@/ui/class-names";
import { ruleNumber } from "./rule-number";

/** Parts of the catalogue that decisions are told with. */
export const DECISION_WORDS = ["adaptation", "decision"] as const;

interface DecisionLineProps {
  readonly decision: Decision;
  /** What it is about, before the headline; absent of a week. */
  readonly about?: string;
  /** What the way back is called: of a week that is held up one goes on. */
  readonly undo: "undo" | "goOn";
  /** Absent = it changed nothing that could be taken back. */
  readonly onTakeBack?: (options: { readonly again: boolean }) => void;
  /** More to do with it, beside the way back. */
  readonly children?: ReactNode;
}

/** One decision of the app: what, why with what it was read from, and the way back. Needs the parts of `DECISION_WORDS`. */
export function DecisionLine({ decision, about, undo, onTakeBack, children }: DecisionLineProps) {
  const t = useTranslations("decision");
  const words = useDecisionWords();
  const { headline, why } = words.decision(decision);
  const { undone } = decision;
  const [open, setOpen] = useState(false);
  const back = t(undone ? "putBack" : undo);
  return (
    <div className="border-b border-rule py-2">
      <p className="pt-1 text-body">
        {about !== undefined && <span className="block text-caption text-ink2">{about}</span>}
        <span className={classNames(undone && about !== undefined ? "text-ink2 line-through" : "font-strong")}>
          {headline}
        </span>
        {undone && <span className="block text-row text-ink2">{t("takenBack")}</span>}
      </p>
      <div className="-ml-3 flex flex-wrap">
        <Button
          look="text"
          className="px-3!"
          aria-expanded={open}
          aria-label={about === undefined ? undefined : t("on", { exercise: about, what: t("why") })}
          onClick={() => setOpen(!open)}
        >
          {t("why")}
        </Button>
        {onTakeBack !== undefined && (
          <Button
            look="text"
            className="px-3!"
            aria-label={about === undefined ? undefined : t("on", { exercise: about, what: back })}
            onClick={() => onTakeBack({ again: undone })}
          >
            {back}
          </Button>
        )}
        {children}
      </div>
      {open && (
        <div className="pb-2 text-row">
          <p>
            {why} <span className="text-caption text-ink3">{ruleNumber(decision.rule)}</span>
          </p>
          <ul className="mt-1 text-ink2">
            {words.evidence(decision).map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
