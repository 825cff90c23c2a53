"use client";

import { useTranslations } from "use-intl";
import { Screen } from "@/ui/screen";
import { ScreenTitle, SectionTitle } from "@/ui/screen-title";
import { AccountSection } from "./account-section";
import { CoachesSection } from "./coaches-section";
import { InstallHint } from "./install-hint";
import { LookSection } from "./look-section";
import { RowLink } from "@/ui/row-link";

/** The plan, account, coaches, look, and where the logs are. */
export function MoreScreen() {
  const t = useTranslations("settings");
  return (
    <Screen>
      <ScreenTitle>{t("title")}</ScreenTitle>
      <SectionTitle>{t("plan.title")}</SectionTitle>
      <RowLink href="/library">{t("plan.library")}</RowLink>
      <RowLink href="/around">{t("plan.around")}</RowLink>
      <RowLink href="/exercises">{t("plan.exercises")}</RowLink>
      <RowLink href="/tests">{t("plan.tests")}</RowLink>
      <RowLink href="/safety">{t("plan.safety")}</RowLink>
      <AccountSection />
      <CoachesSection />
      <LookSection />
      <SectionTitle>{t("data.title")}</SectionTitle>
      <RowLink href="/about-data">{t("data.open")}</RowLink>
      <InstallHint />
      <p className="mt-8 text-caption text-ink2">{t("about")}</p>
    </Screen>
  );
}
