"use client";

import { Suspense, useEffect } from "react";
import { useTranslations } from "use-intl";
import { useMe, useSquads } from "@/data";
import { rememberCoach } from "@/shell/use-is-coach";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { NewSquadForm } from "./new-squad";
import { NoAnswer } from "./no-answer";
import { SquadView } from "./squad-view";

/** A coach's first screen: everybody, and what is known of them. */
export function SquadScreen() {
  return (
    <Suspense fallback={<ScreenSkeleton width="wide" />}>
      <SquadGate />
    </Suspense>
  );
}

function SquadGate() {
  const t = useTranslations("coach");
  const me = useMe();
  if (me.status === "loading") return <ScreenSkeleton width="wide" />;
  if (me.status === "failed") return <NoAnswer />;
  if (me.status === "signedOut")
    return (
      <Screen>
        <ScreenTitle>{t("squad")}</ScreenTitle>
        <EmptyState title={t("signIn.title")} actions={<ButtonLink href="/account">{t("signIn.action")}</ButtonLink>}>
          {t("signIn.text")}
        </EmptyState>
      </Screen>
    );
  return <SignedIn />;
}

function SignedIn() {
  const t = useTranslations("coach");
  const squads = useSquads();
  const isCoach = squads.data === undefined ? null : squads.data.length > 0;
  useEffect(() => {
    if (isCoach !== null) rememberCoach(isCoach);
  }, [isCoach]);

  if (squads.isError) return <NoAnswer />;
  if (squads.data === undefined) return <ScreenSkeleton width="wide" />;
  if (squads.data.length === 0)
    return (
      <Screen>
        <ScreenTitle>{t("squad")}</ScreenTitle>
        <NewSquadForm />
      </Screen>
    );
  return <SquadView squads={squads.data} />;
}
