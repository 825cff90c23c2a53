import { useTranslations } from "use-intl";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen } from "@/ui/screen";

/** The phone did not give the session. */
export function FailedSession() {
  const t = useTranslations("session.failed");
  return (
    <Screen fullScreen>
      <EmptyState heading="h1" title={t("title")}>
        {t("text")}
      </EmptyState>
    </Screen>
  );
}

/** The plan knows no such session, and no log does. */
export function MissingSession() {
  const t = useTranslations("session.missing");
  return (
    <Screen fullScreen>
      <EmptyState heading="h1" title={t("title")} actions={<ButtonLink href="/">{t("today")}</ButtonLink>}>
        {t("text")}
      </EmptyState>
    </Screen>
  );
}
