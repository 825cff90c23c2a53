"use client";

import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { RunnerId } from "@legwork/core/record";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { arrangeRows, type CoachRow } from "./coach-rows";
import { KeyHints, ListHead, ListTools } from "./list-tools";
import { RunnerRow } from "./runner-row";
import { useListKeys } from "./use-list-keys";
import type { ListView } from "./use-list-view";

/** Rows drawn at first and with each "more": our own choice, enough for a screen and a scroll. */
const ROWS_A_TIME = 50;

interface SquadListProps {
  readonly rows: readonly CoachRow[];
  readonly view: ListView;
  readonly onView: (change: Partial<ListView>) => void;
  readonly onRemove: (row: CoachRow) => void;
}

/** The squad, in the order asked. */
export function SquadList({ rows, view, onView, onRemove }: SquadListProps) {
  const t = useTranslations("coach");
  const [shown, setShown] = useState(ROWS_A_TIME);
  const [open, setOpen] = useState<RunnerId | null>(null);
  const [focused, setFocused] = useState<RunnerId | null>(null);
  const find = useDeferredValue(view.find);
  const arranged = useMemo(() => arrangeRows(rows, { find, sort: view.sort }), [rows, find, view.sort]);
  const visible = useMemo(() => arranged.slice(0, shown), [arranged, shown]);
  const register = useListKeys({
    runners: useMemo(() => visible.map(({ runner }) => runner), [visible]),
    focused,
    onClose: useCallback(() => setOpen(null), []),
  });
  const toggle = useCallback((runner: RunnerId) => setOpen((before) => (before === runner ? null : runner)), []);
  const remove = useCallback(
    (runner: RunnerId) => {
      const row = rows.find((each) => each.runner === runner);
      if (row) onRemove(row);
    },
    [rows, onRemove],
  );

  return (
    <>
      <ListTools view={view} onView={onView} />
      {arranged.length === 0 ? (
        <EmptyState
          title={t("noneFound.title")}
          actions={
            <Button look="quiet" onClick={() => onView({ find: "" })}>
              {t("noneFound.action")}
            </Button>
          }
        >
          {t("noneFound.text", { find: view.find })}
        </EmptyState>
      ) : (
        <>
          <ListHead />
          <ol>
            {visible.map((row) => (
              <RunnerRow
                key={row.runner}
                row={row}
                isOpen={row.runner === open}
                onToggle={toggle}
                onFocus={setFocused}
                onRemove={remove}
                register={register}
              />
            ))}
          </ol>
        </>
      )}
      {arranged.length > shown && (
        <Button look="quiet" className="mt-4" onClick={() => setShown(shown + ROWS_A_TIME)}>
          {t("more", { count: Math.min(ROWS_A_TIME, arranged.length - shown) })}
        </Button>
      )}
      <KeyHints name={visible.find(({ runner }) => runner === focused)?.name ?? null} isOpen={focused === open} />
    </>
  );
}
