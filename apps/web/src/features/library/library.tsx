"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Plan } from "@legwork/core/plan";
import type { LibrarySession } from "@legwork/core/session-library";
import { useTranslations } from "use-intl";
import { useLibraryChecks, useSafety } from "@/data";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { LibraryFilters } from "./library-filters";
import { libraryGroups, type LibraryFilter } from "./library-groups";
import { ListSkeleton } from "./list-skeleton";
import { SessionGroup } from "./session-group";
import { levelOf, plannedToday, springsOf } from "./today-facts";

const SessionSheet = dynamic(() => import("./session-sheet").then((module) => module.SessionSheet));

type Choice = Omit<LibraryFilter, "kit"> & { readonly kit: LibraryFilter["kit"] | null };

const EVERYTHING: Choice = { focus: null, level: null, kit: null, minutes: null, show: "all" };

/** The filters, the sessions that answer them by what today has room for, and one of them looked at. */
export function Library({ plan }: { plan: Plan }) {
  const t = useTranslations("libraryPage");
  const programme = useTranslations("programme");
  const [choice, setChoice] = useState(EVERYTHING);
  const [looked, setLooked] = useState<LibrarySession | null>(null);
  const planned = plannedToday(plan);
  const loaded = useLibraryChecks(plan, planned?.session.slot ?? null);
  const safety = useSafety();
  if (loaded.status === "loading" || safety.status === "loading") return <ListSkeleton />;

  const checks = loaded.value?.checks ?? null;
  const filter = { ...choice, kit: choice.kit ?? loaded.value?.kit ?? "none" };
  const as = planned?.standsToday ? "inPlace" : "beside";
  const springs = loaded.value?.keepsFromSprings || safety.boneWarning !== null ? "off" : springsOf(plan);
  const { limits } = safety;
  const groups = libraryGroups({ filter, checks, as, springs, paused: plan.paused, limits, ownLevel: levelOf(plan) });
  return (
    <>
      <LibraryFilters filter={filter} onChange={(change) => setChoice({ ...choice, ...change })} />
      {checks === null && <p className="mt-3 text-row text-ink2">{t("rulesFailed")}</p>}
      {planned?.standsToday && (
        <p className="mt-3 text-row text-ink2">
          {t("besidePlanned", { name: programme(`session.${planned.session.kind}.name`) })}
        </p>
      )}
      {groups.map((group) => (
        <SessionGroup key={`${group.id} ${JSON.stringify(filter)}`} group={group} onLook={setLooked} />
      ))}
      {groups.length === 0 && (
        <EmptyState
          title={t("empty.title")}
          actions={
            <Button look="quiet" onClick={() => setChoice(EVERYTHING)}>
              {t("empty.clear")}
            </Button>
          }
        >
          {t("empty.text")}
        </EmptyState>
      )}
      {looked !== null && (
        <SessionSheet
          session={looked}
          check={checks?.get(looked.id) ?? null}
          planned={planned}
          springs={springs}
          paused={plan.paused}
          onClose={() => setLooked(null)}
        />
      )}
    </>
  );
}
