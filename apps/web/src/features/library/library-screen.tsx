"use client";

import dynamic from "next/dynamic";
import type { Plan } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { PlanScreen } from "@/shell/plan-screen";
import { BackRow } from "@/ui/back-row";
import { Screen } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { ListSkeleton } from "./list-skeleton";

// The rules behind the list come a moment after its title.
const Library = dynamic(() => import("./library").then((module) => module.Library), { loading: ListSkeleton });

/** Sessions of their own, by what they are for, and what the rules say to each today. */
export function LibraryScreen() {
  return <PlanScreen>{(plan) => <KnownLibrary plan={plan} />}</PlanScreen>;
}

function KnownLibrary({ plan }: { plan: Plan }) {
  const t = useTranslations("libraryPage");
  return (
    <Screen>
      <BackRow />
      <ScreenTitle below={t("below")}>{t("title")}</ScreenTitle>
      <Library plan={plan} />
    </Screen>
  );
}
