"use client";

import { useTranslations } from "use-intl";
import { useLightFacts, useSyncStatus, type LightFacts, type SyncView } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { useMinute } from "@/platform/use-minute";
import { SafetyLight, type SafetyState } from "@/ui/safety-light";

/** What waits a day or longer says so. Our own choice: within a day nobody wonders. */
const TELLS_AGE_MS = 86_400_000;

/** The quiet line of a screen: offline, "3 only on this phone, oldest 2 days ago", or synced. */
export function SafetyLine() {
  const t = useTranslations("shell.light");
  const dates = useDates();
  const minute = useMinute();
  const sync = useSyncStatus();
  const light = useLightFacts();
  if (sync.status === "loading") return null;
  const asks = sync.refused === 0 && sync.connection === "live" && light.choices > 0;
  return (
    <SafetyLight state={lightOf(sync, light)} href={asks ? "/choices" : "/about-data"}>
      {words()}
    </SafetyLight>
  );

  function words(): string {
    const count = sync.onlyHere;
    if (sync.refused > 0) return t("refused", { count: sync.refused });
    if (sync.connection === "updateNeeded") return t("update");
    if (sync.connection === "accountDeleted") return t("accountDeleted");
    if (sync.connection === "stopped") return t("stopped");
    if (sync.connection === "local") return t("local");
    if (sync.connection === "signedOut") return t("signedOut", { count });
    if (asks) return t("choices", { count: light.choices });
    const ago = count > 0 ? oldAge() : null;
    if (!sync.online) {
      if (ago !== null) return t("offlineSince", { count, ago });
      return count > 0 ? t("offlineWaiting", { count }) : t("offline");
    }
    if (count > 0) return ago === null ? t("onlyHere", { count }) : t("onlyHereSince", { count, ago });
    return sync.acknowledgedAt === null
      ? t("syncedNow")
      : t("synced", { ago: dates.ago(Math.min(sync.acknowledgedAt, minute), minute) });
  }

  function oldAge(): string | null {
    const { oldestAt } = light;
    return oldestAt === null || minute - oldestAt < TELLS_AGE_MS ? null : dates.ago(oldestAt, minute);
  }
}

function lightOf(sync: SyncView, light: LightFacts): SafetyState {
  if (sync.refused > 0) return "needsLook";
  if (sync.connection !== "live") return sync.connection === "local" ? "onlyHere" : "needsLook";
  if (light.choices > 0) return "choice";
  if (!sync.online) return "offline";
  return sync.onlyHere > 0 ? "onlyHere" : "synced";
}
