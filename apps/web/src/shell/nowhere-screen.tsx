"use client";

import { useTranslations } from "use-intl";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen } from "@/ui/screen";

/** An address that leads nowhere. */
export function NowhereScreen() {
  const t = useTranslations("shell.nowhere");
  return (
    <Screen>
      <div className="pt-6">
        <EmptyState title={t("title")} heading="h1" actions={<ButtonLink href="/">{t("today")}</ButtonLink>}>
          {t("text")}
        </EmptyState>
      </div>
    </Screen>
  );
}
