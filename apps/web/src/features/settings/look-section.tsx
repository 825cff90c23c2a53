import { useTranslations } from "use-intl";
import { settingsId } from "@legwork/core/record";
import { useRecords, useWriteRecord } from "@/data";
import { chooseLocale, currentLocale, LOCALES } from "@/i18n/locale";
import { applyTheme, type Theme } from "@/platform/theme";
import { SectionTitle } from "@/ui/screen-title";
import { SegmentedControl } from "@/ui/segmented-control";

/** Light or dark, and the language once there is a choice. */
export function LookSection() {
  const t = useTranslations("settings");
  const settings = useRecords("settings").value[0]?.fields;
  const write = useWriteRecord();

  function choose(theme: Theme) {
    applyTheme(theme);
    void write((runner) => [{ id: settingsId(runner), kind: "settings", patch: { theme } }]);
  }

  return (
    <section>
      <SectionTitle>{t("look.title")}</SectionTitle>
      <SegmentedControl
        label={t("look.theme")}
        value={settings?.theme ?? "system"}
        onChange={choose}
        options={[
          { value: "light", text: t("look.light") },
          { value: "dark", text: t("look.dark") },
          { value: "system", text: t("look.system") },
        ]}
      />
      {LOCALES.length > 1 && (
        <div className="mt-4">
          <SegmentedControl
            label={t("language.title")}
            value={currentLocale()}
            onChange={chooseLocale}
            options={LOCALES.map((locale) => ({ value: locale, text: t(`language.${locale}`) }))}
          />
        </div>
      )}
    </section>
  );
}
