import { useTranslations } from "use-intl";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";

/** The squad lives on the server, and that does not answer. */
export function NoAnswer() {
  const t = useTranslations("coach");
  return (
    <Screen>
      <ScreenTitle>{t("squad")}</ScreenTitle>
      <EmptyState
        title={t("offline.title")}
        actions={<Button onClick={() => location.reload()}>{t("offline.action")}</Button>}
      >
        {t("offline.text")}
      </EmptyState>
    </Screen>
  );
}
