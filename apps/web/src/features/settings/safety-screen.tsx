"use client";

import { ArrowLeft, Check, HardDrive, Lock, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { syncNow, useSyncStatus, useWaiting, type SyncView } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { useMinute } from "@/platform/use-minute";
import { IconButton } from "@/ui/button";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { showToast } from "@/ui/toast";
import { SafetyActions } from "./safety-actions";
import { WaitingRow } from "./waiting-row";
import { SafetyTrack } from "./safety-track";
import { useStorageKept } from "./use-storage-kept";

/** Nobody reads a list of hundreds; the number above tells the rest. Our own choice. */
const SHOWN_ROWS = 12;

/** Where my logs are: seen at a glance, then as a list, three facts and two actions. */
export function SafetyScreen() {
  const t = useTranslations("settings.safety");
  const sync = useSyncStatus();
  const { waiting, onServer } = useWaiting();
  const [trying, setTrying] = useState(false);
  const router = useRouter();
  if (sync.status === "loading") return <ScreenSkeleton />;

  async function tryNow() {
    setTrying(true);
    const outcome = await syncNow();
    setTrying(false);
    showToast(t(outcome?.status === "upToDate" && outcome.waiting === 0 ? "done" : "stillOffline"));
  }

  return (
    <Screen footer={<SafetyActions connection={sync.connection} trying={trying} onTry={() => void tryNow()} />}>
      <div className="-mx-3 flex h-12 items-center pt-1">
        <IconButton label={t("title")} onClick={() => router.back()}>
          <ArrowLeft size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      <header className="mt-2 flex items-center gap-4">
        {sync.onlyHere > 0 && <span className="type-figure">{sync.onlyHere}</span>}
        <div>
          <h1 className="text-section font-strong">{t(sync.onlyHere > 0 ? "onlyHere" : "all")}</h1>
          <p className="text-row text-ink2">
            {sync.onlyHere > 0 || sync.connection !== "live" ? t(`saved.${sync.connection}`) : t("nothingWaits")}
          </p>
        </div>
      </header>
      <SafetyTrack sync={sync} waiting={waiting} onServer={onServer} />
      <ul>
        {waiting.slice(0, SHOWN_ROWS).map((each) => (
          <WaitingRow key={each.id} waiting={each} />
        ))}
      </ul>
      {waiting.length > SHOWN_ROWS && (
        <p className="py-3 text-row text-ink2">{t("more", { count: waiting.length - SHOWN_ROWS })}</p>
      )}
      <Facts sync={sync} />
      <p className="mt-2 text-caption text-ink2">{t("rescueBelow")}</p>
    </Screen>
  );
}

function Facts({ sync }: { sync: SyncView }) {
  const t = useTranslations("settings.safety");
  const dates = useDates();
  const minute = useMinute();
  const kept = useStorageKept();
  return (
    <dl className="py-2">
      <Fact
        icon={<HardDrive size={20} strokeWidth={1.75} aria-hidden="true" />}
        name={t("confirmed")}
        value={sync.acknowledgedAt === null ? t("never") : dates.ago(Math.min(sync.acknowledgedAt, minute), minute)}
      />
      <Fact
        icon={<Lock size={20} strokeWidth={1.75} aria-hidden="true" />}
        name={t("kept")}
        value={t(kept === null ? "keptUnknown" : kept ? "keptYes" : "keptNo")}
        {...(kept === false ? { below: t("keptNoBelow", { connection: sync.connection }) } : {})}
      />
      <Fact
        icon={
          sync.refused > 0 ? (
            <TriangleAlert size={20} strokeWidth={1.75} className="text-amber" aria-hidden="true" />
          ) : (
            <Check size={20} strokeWidth={1.75} aria-hidden="true" />
          )
        }
        name={t("refused")}
        value={sync.refused > 0 ? String(sync.refused) : t("none")}
      />
    </dl>
  );
}

function Fact({ icon, name, value, below }: { icon: ReactNode; name: string; value: string; below?: string }) {
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-2.5">
      <dt className="flex items-center gap-4 text-body">
        <span className="flex w-8 shrink-0 justify-center">{icon}</span>
        {name}
      </dt>
      <dd className="text-right text-row font-strong">{value}</dd>
      {below !== undefined && <dd className="col-span-2 pl-12 text-caption text-ink2">{below}</dd>}
    </div>
  );
}
