import { useTranslations } from "use-intl";
import { Toggle } from "@/ui/toggle";
import { ScaleRow } from "@/ui/scale-row";
import type { PreCheck } from "./use-session";

/** OURS: from here on the runner is told that a lighter day does more good. */
const VERY_SORE = 6;

/** How the legs and the night were; nobody has to say. */
export function PreCheckFields({ check, onChange }: { check: PreCheck; onChange: (check: PreCheck) => void }) {
  const t = useTranslations("session.opening");
  return (
    <div className="pb-4">
      <ScaleRow
        label={t("soreness")}
        {...(check.soreness === null ? {} : { said: t("sorenessShown", { value: String(check.soreness) }) })}
        from={0}
        to={10}
        value={check.soreness}
        onChange={(soreness) => onChange({ ...check, soreness })}
      />
      {check.soreness !== null && check.soreness >= VERY_SORE && (
        <p className="pb-2 text-row text-amber">{t("tooSore")}</p>
      )}
      <Toggle
        label={t("sleptBadly")}
        on={check.sleptBadly}
        onChange={(sleptBadly) => onChange({ ...check, sleptBadly })}
      />
    </div>
  );
}
