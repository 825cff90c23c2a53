"use client";

import { useTranslations } from "use-intl";
import { useAside } from "@/data";
import { BackRow } from "@/ui/back-row";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle, SectionTitle } from "@/ui/screen-title";
import { HeldValue } from "./held-value";
import { KeptValue } from "./kept-value";

/** What two people wrote, and what this phone had before it was signed in: both in words, to choose from. */
export function ChoicesScreen() {
  const t = useTranslations("records.choices");
  const { status, value: aside } = useAside();
  if (status === "loading") return <ScreenSkeleton />;
  const isEmpty = aside.held.length === 0 && aside.kept.length === 0;
  return (
    <Screen>
      <BackRow />
      {isEmpty ? (
        <EmptyState heading="h1" title={t("emptyTitle")}>
          {t("empty")}
        </EmptyState>
      ) : (
        <ScreenTitle {...(aside.held.length > 0 ? { below: t("below") } : {})}>{t("title")}</ScreenTitle>
      )}
      {aside.held.length > 0 && (
        <ul className="border-t-[1.5px] border-ink">
          {aside.held.map((choice) => (
            <HeldValue key={choice.id} choice={choice} />
          ))}
        </ul>
      )}
      {aside.kept.length > 0 && (
        <section>
          <SectionTitle>{t("keptTitle")}</SectionTitle>
          <p className="pb-2 text-row text-ink2">{t("keptBelow")}</p>
          <ul>
            {aside.kept.map((choice) => (
              <KeptValue key={`${choice.name} ${choice.index}`} choice={choice} />
            ))}
          </ul>
        </section>
      )}
    </Screen>
  );
}
