import type { PrescribedExercise, Prescription } from "@legwork/core/programme";
import { Fragment } from "react";
import { useTranslations } from "use-intl";

/** What will be done: a line per superset, names above, amounts below. */
export function PairLines({ prescription }: { prescription: Prescription }) {
  const t = useTranslations("today");
  const programme = useTranslations("programme");
  const amountOf = (each: PrescribedExercise) =>
    t("amount", { sets: each.sets, amount: each.amount, unit: each.unit, side: String(each.perSide) });
  const lines = prescription.plyo.length > 0 ? [prescription.plyo, ...prescription.pairs] : prescription.pairs;
  return (
    <ul className="mt-3 mb-4 space-y-2">
      {lines.map((pair) => (
        <li
          key={pair.map((each) => each.exercise).join("+")}
          className="relative pl-4 before:absolute before:inset-y-1 before:left-0 before:w-[3px] before:rounded-full before:bg-strength"
        >
          <p className="text-row">
            {pair.map((each, index) => (
              <Fragment key={each.exercise}>
                {index > 0 && <span className="text-ink2"> {t("with")} </span>}
                <span className={index === 0 ? "font-strong" : "font-strong lowercase"}>
                  {programme(`pattern.${each.pattern}.name`)}
                </span>
              </Fragment>
            ))}
          </p>
          <p className="text-caption text-ink2">{pair.map(amountOf).join(" · ")}</p>
        </li>
      ))}
    </ul>
  );
}
