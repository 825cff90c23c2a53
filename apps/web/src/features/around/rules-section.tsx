import { DEFAULT_SETTINGS, SETTING_RANGES } from "@legwork/core/placement";
import { useTranslations } from "use-intl";
import { SectionTitle } from "@/ui/screen-title";
import { Toggle } from "@/ui/toggle";
import { readNumber } from "./read-setting";
import type { SectionProps } from "./section-props";
import { SettingField } from "./setting-field";

/** What the runner may set of the rules. */
export function RulesSection({ programme, change }: SectionProps) {
  const t = useTranslations("around");
  const oneThing = !(programme.twoADay ?? DEFAULT_SETTINGS.twoADay);
  const longRunIsKey = programme.longRunIsKey ?? DEFAULT_SETTINGS.longRunIsKey;
  const said = (label: string, value: number) => t("changed", { label, value: String(value) });
  const switched = (label: string, on: boolean) => t("switched", { label, on: String(on) });
  return (
    <section>
      <SectionTitle>{t("rule.title")}</SectionTitle>
      <Toggle
        label={t("rule.oneThing")}
        below={t("rule.oneThingBelow")}
        on={oneThing}
        onChange={(on) => void change({ twoADay: !on }, switched(t("rule.oneThing"), on))}
      />
      <Toggle
        label={t("rule.longRunIsKey")}
        below={t("rule.longRunIsKeyBelow")}
        on={longRunIsKey}
        onChange={(on) => void change({ longRunIsKey: on }, switched(t("rule.longRunIsKey"), on))}
      />
      <div className="grid gap-5 pt-3 wide:grid-cols-2 wide:gap-x-3">
        <SettingField
          label={t("rule.keyRunHours")}
          hint={t("rule.keyRunHoursHint")}
          type="number"
          value={String(programme.keyRunHours ?? DEFAULT_SETTINGS.keyRunHours)}
          range={SETTING_RANGES.keyRunHours}
          read={(text) => readNumber(text, SETTING_RANGES.keyRunHours)}
          onChange={(value) => void change({ keyRunHours: value }, said(t("rule.keyRunHours"), value))}
        />
        <SettingField
          label={t("rule.restDayPenalty")}
          hint={t("rule.restDayPenaltyHint")}
          type="number"
          value={String(programme.restDayPenalty ?? DEFAULT_SETTINGS.restDayPenalty)}
          range={SETTING_RANGES.restDayPenalty}
          read={(text) => readNumber(text, SETTING_RANGES.restDayPenalty)}
          onChange={(value) => void change({ restDayPenalty: value }, said(t("rule.restDayPenalty"), value))}
        />
      </div>
    </section>
  );
}
