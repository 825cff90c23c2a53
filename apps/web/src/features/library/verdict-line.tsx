import type { Reason } from "@legwork/core/placement";
import { useTranslations } from "use-intl";
import { VerdictMark } from "@/drawing/marks";
import { ruleNumber } from "@/drawing/rule-number";
import { useReasonWords } from "@/i18n/use-reason-words";
import { classNames } from "@/ui/class-names";
import { VERDICTS } from "./session-group";

interface VerdictLineProps {
  readonly status: "fits" | "costs" | "blocked" | "notYet";
  readonly reasons: readonly Reason[];
  /** As what it is judged, where there is more than one way. */
  readonly about?: string;
}

/** Sentences of a verdict. Our own choice: the rule that forbids it, or the two that weigh most. */
const SENTENCES = { fits: 2, costs: 2, blocked: 1, notYet: 0 } as const;

/** Whether a session fits today, and why. */
export function VerdictLine({ status, reasons, about }: VerdictLineProps) {
  const t = useTranslations("libraryPage.sheet");
  const reasonWords = useReasonWords();
  const said = reasons.slice(0, SENTENCES[status]);
  const [first] = said;
  const verdict = VERDICTS[status];
  return (
    <div className="flex items-center gap-3 py-2">
      {verdict !== null && <VerdictMark verdict={verdict} />}
      <p className="grow text-row leading-[1.125rem] text-ink2">
        {about !== undefined && <span className="block">{about}</span>}
        <span className={classNames("font-strong", status === "costs" ? "text-amber" : "text-ink")}>
          {t("verdict", { status })}
        </span>{" "}
        {said.map(reasonWords).join(" ")}
      </p>
      <span className="text-caption text-ink3">{first === undefined ? "" : ruleNumber(first.rule)}</span>
    </div>
  );
}
