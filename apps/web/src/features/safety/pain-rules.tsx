import { EASE_LOAD_PERCENT, REPEATED_PAIN } from "@legwork/core/safety";
import { useTranslations } from "use-intl";

/** The rules of pain in plain words: how much, and what then. */
export function PainRules() {
  const t = useTranslations("safety.pain");
  const rows = [
    [t("level.goOn"), t("goOn")],
    [t("level.finishNoIncrease"), t("finishNoIncrease")],
    [t("level.worse"), t("next.ease", { percent: EASE_LOAD_PERCENT })],
    [t("level.stopExercise"), t("stopExercise")],
    [t("level.stopSession"), t("stopSession")],
    [t("level.bone"), t("boneWarning")],
  ];
  const { times, withinDays, from } = REPEATED_PAIN;
  return (
    <>
      <dl>
        {rows.map(([level, action]) => (
          <div key={level} className="border-b border-rule py-2.5">
            <dt className="text-row text-ink2">{level}</dt>
            <dd className="text-body">{action}</dd>
          </div>
        ))}
      </dl>
      <p className="pt-2.5 text-body">{t("repeated", { times, days: withinDays, level: from })}</p>
      <p className="pt-2 text-row text-ink2">{t("soreness")}</p>
    </>
  );
}
