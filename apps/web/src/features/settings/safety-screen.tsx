"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { syncNow, useLightFacts, useRefused, useSyncStatus, useWaiting, type RefusedChange } from "@/data";
import { BackRow } from "@/ui/back-row";
import { RowLink } from "@/ui/row-link";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { showToast } from "@/ui/toast";
import { AccountDeleted } from "./account-deleted";
import { InstallHint } from "./install-hint";
import { RescueSection } from "./rescue-section";
import { SafetyActions } from "./safety-actions";
import { SafetyFacts } from "./safety-facts";
import { SafetyTrack } from "./safety-track";
import { StorageWarning } from "./storage-warning";
import { useStorageFacts } from "./use-storage-facts";
import { WaitingRow } from "./waiting-row";

const MendSheet = dynamic(() => import("./mend-sheet").then((module) => module.MendSheet));

/** Nobody reads a list of hundreds; the number above tells the rest. Our own choice. */
const SHOWN_ROWS = 12;

/** Where my logs are: seen at a glance, then as a list, the facts and two actions. */
export function SafetyScreen() {
  const t = useTranslations("settings.safety");
  const sync = useSyncStatus();
  const light = useLightFacts();
  const { waiting, onServer } = useWaiting();
  const refused = useRefused();
  const { facts, lookAgain } = useStorageFacts();
  const [trying, setTrying] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  if (sync.status === "loading") return <ScreenSkeleton />;

  async function tryNow() {
    setTrying(true);
    const outcome = await syncNow();
    setTrying(false);
    showToast(t(outcome?.status === "upToDate" && outcome.waiting === 0 ? "done" : "stillOffline"));
  }

  // Without an account no server holds anything for this runner.
  const hasAccount = sync.connection !== "local" && sync.connection !== "accountDeleted";
  const mended = refused.value.find((each) => each.refusal.opId === opened) ?? null;
  const actions = <SafetyActions connection={sync.connection} trying={trying} onTry={() => void tryNow()} />;
  return (
    // Of a deleted account there is nothing to try; the card says what can be done.
    <Screen footer={sync.connection === "accountDeleted" ? undefined : actions}>
      <BackRow />
      <header className="mt-2 flex items-center gap-4">
        {sync.onlyHere > 0 && <span className="type-figure">{sync.onlyHere}</span>}
        <div className="min-w-0">
          <h1 className="text-section font-strong">
            {t(sync.onlyHere > 0 ? "onlyHere" : hasAccount ? "all" : "title")}
          </h1>
          <p className="text-row text-ink2">
            {sync.onlyHere > 0 || sync.connection !== "live" ? t(`saved.${sync.connection}`) : t("nothingWaits")}
          </p>
        </div>
      </header>
      {sync.connection === "accountDeleted" && <AccountDeleted />}
      <SafetyTrack sync={sync} waiting={waiting} onServer={onServer} />
      <ul>
        {waiting.slice(0, SHOWN_ROWS).map((each) => (
          <WaitingRow key={each.id} waiting={each} onMend={() => setOpened(firstRefusal(refused.value, each.id))} />
        ))}
      </ul>
      {waiting.length > SHOWN_ROWS && (
        <p className="py-3 text-row text-ink2">{t("more", { count: waiting.length - SHOWN_ROWS })}</p>
      )}
      {light.choices > 0 && <RowLink href="/choices">{t("choices", { count: light.choices })}</RowLink>}
      <SafetyFacts sync={sync} light={light} facts={facts} />
      <StorageWarning sync={sync} light={light} facts={facts} onAsked={lookAgain} />
      <InstallHint />
      <RescueSection />
      {mended !== null && <MendSheet key={mended.refusal.opId} change={mended} onClose={() => setOpened(null)} />}
    </Screen>
  );
}

function firstRefusal(refused: readonly RefusedChange[], record: string): string | null {
  return refused.find((each) => each.refusal.record === record)?.refusal.opId ?? null;
}
