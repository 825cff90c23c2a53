import { useTranslations } from "use-intl";
import type { PlanSession } from "@legwork/core/plan";
import { sessionMinutes, type LoadClass, type Prescription, type SessionMode } from "@legwork/core/programme";
import { LegLoadWord } from "@/drawing/leg-load";
import { ruleNumber } from "@/drawing/rule-number";
import { useReasonWords } from "@/i18n/use-reason-words";

interface OpeningFiguresProps {
  readonly planned: PlanSession;
  /** As it will be done. */
  readonly prescription: Prescription;
  readonly mode: SessionMode;
}

/** How long, how heavy, and why today. */
export function OpeningFigures({ planned, prescription, mode }: OpeningFiguresProps) {
  const t = useTranslations("session.opening");
  const reasonWords = useReasonWords();
  const isOwn = prescription === planned.prescription;
  const minutes = isOwn ? planned.minutes : sessionMinutes(prescription);
  return (
    <>
      <div className="mt-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <p className="flex items-baseline gap-2">
          <span className="type-figure">{Math.round(minutes[mode])}</span>
          <span className="text-section font-strong">{t("minutes")}</span>
        </p>
        <div className="pb-1">
          <LegLoadWord load={loadOf(planned, prescription)} strong />
        </div>
      </div>
      <p className="mt-1 text-row text-ink2">
        {t("minutesAbout", { mode, other: Math.round(minutes[mode === "superset" ? "straight" : "superset"]) })}
      </p>
      {planned.why.length > 0 && (
        <section className="mt-5 border-t border-rule pt-3">
          <h2 className="text-row font-strong">{t("why")}</h2>
          {planned.why.map((reason) => (
            <p key={`${reason.rule} ${reason.code}`} className="mt-1 text-body">
              {reasonWords(reason)} <span className="text-caption text-ink3">{ruleNumber(reason.rule)}</span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}

// Light legs and core are never more than that; a set less is no more than what was planned.
function loadOf({ legLoad, kind }: PlanSession, prescription: Prescription): LoadClass {
  if (prescription.kind === kind) return legLoad.class;
  return prescription.kind === "C" ? "none" : "light";
}
