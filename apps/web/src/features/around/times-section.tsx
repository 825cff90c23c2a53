import { DEFAULT_SETTINGS, SETTING_RANGES } from "@legwork/core/placement";
import { useTranslations } from "use-intl";
import { SectionTitle } from "@/ui/screen-title";
import { readOptionalNumber, readOtherTime, readStrengthTime } from "./read-setting";
import type { SectionProps } from "./section-props";
import { SettingField } from "./setting-field";

/** When strength suits, and how long it may take. */
export function TimesSection({ programme, change }: SectionProps) {
  const t = useTranslations("around");
  const strengthTime = programme.strengthTime ?? DEFAULT_SETTINGS.strengthTime;
  const otherTime = programme.otherTime ?? null;
  const none = t("time.none");
  const said = (label: string, value: string | number | null) => t("changed", { label, value: String(value ?? none) });
  return (
    <section>
      <SectionTitle>{t("time.title")}</SectionTitle>
      <div className="grid gap-5 pt-2 wide:grid-cols-2 wide:gap-x-3">
        <SettingField
          label={t("time.strength")}
          type="time"
          value={strengthTime}
          read={(text) => readStrengthTime(text, otherTime)}
          onChange={(value) => void change({ strengthTime: value }, said(t("time.strength"), value))}
        />
        <SettingField
          label={t("time.other")}
          hint={t("time.otherHint")}
          type="time"
          value={otherTime ?? ""}
          read={(text) => readOtherTime(text, strengthTime)}
          onChange={(value) => void change({ otherTime: value }, said(t("time.other"), value))}
        />
        <SettingField
          label={t("time.atMost")}
          hint={t("time.atMostHint")}
          type="number"
          value={String(programme.maxMinutes ?? "")}
          range={SETTING_RANGES.maxMinutes}
          read={(text) => readOptionalNumber(text, SETTING_RANGES.maxMinutes)}
          onChange={(value) => void change({ maxMinutes: value }, said(t("time.atMost"), value))}
        />
      </div>
    </section>
  );
}
