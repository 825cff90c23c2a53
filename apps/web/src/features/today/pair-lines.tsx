import { Fragment } from "react";
import { amountRange, type PrescribedExercise, type Prescription } from "@legwork/core/programme";
import { useTranslations } from "use-intl";
import { PairFigures } from "./pair-figures";

/** What will be done: a line per superset, figures at the left, names above, amounts below. */
export function PairLines({ prescription }: { prescription: Prescription }) {
  const t = useTranslations("today");
  const programme = useTranslations("programme");
  const amountOf = (each: PrescribedExercise) => {
    const [least, most] = amountRange(each, prescription.phase);
    const amount = least === most ? String(least) : `${least}–${most}`;
    return t("amount", { sets: each.sets, amount, unit: each.unit, side: String(each.perSide) });
  };
  const lines = prescription.plyo.length > 0 ? [prescription.plyo, ...prescription.pairs] : prescription.pairs;
  return (
    <ul className="mt-3 mb-4 space-y-2">
      {lines.map((pair) => (
        <li key={pair.map((each) => each.exercise).join("+")} className="flex items-end gap-3">
          <span className="flex h-9 w-19 shrink-0 gap-1" aria-hidden="true">
            <PairFigures pair={pair} />
          </span>
          <span className="min-w-0">
            <span className="block text-row">
              {pair.map((each, index) => (
                <Fragment key={each.exercise}>
                  {index > 0 && <span className="text-ink2"> {t("with")} </span>}
                  <span className={index === 0 ? "font-strong" : "font-strong lowercase"}>
                    {programme(`pattern.${each.pattern}.name`)}
                  </span>
                </Fragment>
              ))}
            </span>
            <span className="block text-caption text-ink2">{pair.map(amountOf).join(" · ")}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
