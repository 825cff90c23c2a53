"use client";

import { UserPlus } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Squad } from "@legwork/core/wire";
import { useMakeInvitation, useRemoveRunner, useSquadRunners } from "@/data";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { SegmentedControl } from "@/ui/segmented-control";
import { showToast } from "@/ui/toast";
import { coachRow, type CoachRow } from "./coach-rows";
import { InvitePanel } from "./invite-panel";
import { NoAnswer } from "./no-answer";
import { SquadList } from "./squad-list";
import { useListView } from "./use-list-view";
import { useRemovals } from "./use-removals";

/** One squad: who is in it, how it goes, and the way in and out. */
export function SquadView({ squads }: { squads: readonly Squad[] }) {
  const t = useTranslations("coach");
  const [view, setView] = useListView();
  const squad = squads.find(({ id }) => id === view.squad) ?? squads[0];
  const runners = useSquadRunners(squad?.id ?? null);
  const invitation = useMakeInvitation();
  const all = useMemo(() => (runners.data?.rows ?? []).map(coachRow), [runners.data]);

  const removal = useRemoveRunner();
  const { hidden, take, undo } = useRemovals({
    remove: (runner) => removal.mutateAsync({ squad: squad?.id ?? "", runner }),
    onFailed: (runner) => {
      showToast(t("removeFailed", { name: all.find((row) => row.runner === runner)?.name ?? "" }));
    },
  });
  const rows = useMemo(() => all.filter(({ runner }) => !hidden.has(runner)), [all, hidden]);
  const remove = useCallback(
    ({ runner, name }: CoachRow) => {
      take(runner);
      showToast(t("removed", { name }), () => undo(runner));
    },
    [take, undo, t],
  );

  if (squad === undefined || runners.isError) return <NoAnswer />;
  if (runners.data === undefined) return <ScreenSkeleton width="wide" />;
  return (
    <Screen width="wide">
      <ScreenTitle
        below={squads.length === 1 ? squad.name : undefined}
        aside={
          <Button
            size={48}
            disabled={invitation.isPending}
            icon={<UserPlus size={20} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => invitation.mutate(squad.id)}
          >
            {t("invite")}
          </Button>
        }
      >
        {t("runners", { count: rows.length })}
      </ScreenTitle>
      {squads.length > 1 && (
        <div className="max-w-[480px] pb-4">
          <SegmentedControl
            label={t("squad")}
            value={squad.id}
            options={squads.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={(id) => setView({ squad: id })}
          />
        </div>
      )}
      <InvitePanel invitation={invitation} />
      {rows.length === 0 ? (
        <EmptyState title={t("noRunners.title")}>{t("noRunners.text")}</EmptyState>
      ) : (
        <SquadList rows={rows} view={view} onView={setView} onRemove={remove} />
      )}
    </Screen>
  );
}
