"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { parseRecordId, type RecordId } from "@legwork/core/record";
import { HISTORY_DAYS } from "@legwork/core/wire";
import { type HistoryOfRecord, isNotFound, isOffline, useHistory, useProblemText, useSyncStatus } from "@/data";
import { useRecordWords } from "@/i18n/use-record-words";
import { BackRow } from "@/ui/back-row";
import { Button, ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { VersionItem } from "./version-item";

/** `/history?id=<record>`: how a record stood before, and the way back to it. */
export function HistoryScreen() {
  const id = parseRecordId(useSearchParams().get("id") ?? "");
  const sync = useSyncStatus();
  if (sync.status === "loading") return <ScreenSkeleton />;
  if (id === null) return <Nothing title="noneTitle" text="none" />;
  if (sync.connection === "local") return <Nothing title="localTitle" text="local" action={<MakeAccount />} />;
  return <OfRecord id={id} />;
}

function OfRecord({ id }: { id: RecordId }) {
  const t = useTranslations("records.history");
  const problemText = useProblemText();
  const history = useHistory(id);
  const again = (
    <Button look="quiet" onClick={() => void history.refetch()}>
      {t("again")}
    </Button>
  );
  if (history.isPending) return <ScreenSkeleton />;
  if (history.isError) {
    if (isOffline(history.error)) return <Nothing title="offlineTitle" text="offline" action={again} />;
    if (isNotFound(history.error)) return <Nothing title="noneTitle" text="none" />;
    return <Nothing title="failedTitle" said={problemText(history.error)} action={again} />;
  }
  if (history.data === null || history.data.versions.length === 0) return <Nothing title="noneTitle" text="none" />;
  return <Versions history={history.data} />;
}

function Versions({ history: { versions, stored } }: { history: HistoryOfRecord }) {
  const t = useTranslations("records.history");
  const words = useRecordWords();
  const named =
    stored !== null && !stored.deleted ? stored : versions.find((each) => !each.version.record.deleted)?.version.record;
  return (
    <Screen>
      <BackRow />
      <ScreenTitle below={named === undefined ? undefined : words.titleWithDay(named)}>{t("title")}</ScreenTitle>
      <p className="pb-3 text-row text-ink2">
        {t(versions.length === 1 ? "onlyOne" : "below", { days: HISTORY_DAYS })}
      </p>
      <ol className="border-t-[1.5px] border-ink">
        {versions.map((each) => (
          <VersionItem key={each.version.record.rev} shown={each} />
        ))}
      </ol>
    </Screen>
  );
}

interface NothingProps {
  readonly title: "offlineTitle" | "localTitle" | "noneTitle" | "failedTitle";
  readonly text?: "offline" | "local" | "none";
  readonly said?: string;
  readonly action?: ReactNode;
}

function Nothing({ title, text, said, action }: NothingProps) {
  const t = useTranslations("records.history");
  return (
    <Screen>
      <BackRow />
      <EmptyState heading="h1" title={t(title)} actions={action}>
        {text === undefined ? said : t(text)}
      </EmptyState>
    </Screen>
  );
}

function MakeAccount() {
  const t = useTranslations("account");
  return <ButtonLink href="/account">{t("create")}</ButtonLink>;
}
