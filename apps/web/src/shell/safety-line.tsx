"use client";

import { useTranslations } from "use-intl";
import { useSyncStatus, type SyncView } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { useMinute } from "@/platform/use-minute";
import { SafetyLight, type SafetyState } from "@/ui/safety-light";

/** The quiet line of a screen: offline, "3 only on this phone", or synced. */
export function SafetyLine() {
  const t = useTranslations("shell.light");
  const dates = useDates();
  const minute = useMinute();
  const sync = useSyncStatus();
  if (sync.status === "loading") return null;
  return <SafetyLight state={lightOf(sync)}>{words()}</SafetyLight>;

  function words(): string {
    const count = sync.onlyHere;
    if (sync.refused > 0) return t("refused", { count: sync.refused });
    if (sync.connection === "updateNeeded") return t("update");
    if (sync.connection === "stopped" || sync.connection === "accountDeleted") return t("stopped");
    if (sync.connection === "local") return t("local");
    if (sync.connection === "signedOut") return t("signedOut", { count });
    if (!sync.online) return count > 0 ? t("offlineWaiting", { count }) : t("offline");
    if (count > 0) return t("onlyHere", { count });
    return sync.acknowledgedAt === null
      ? t("syncedNow")
      : t("synced", { ago: dates.ago(Math.min(sync.acknowledgedAt, minute), minute) });
  }
}

function lightOf(sync: SyncView): SafetyState {
  if (sync.refused > 0) return "needsLook";
  if (sync.connection !== "live") return sync.connection === "local" ? "onlyHere" : "needsLook";
  if (!sync.online) return "offline";
  return sync.onlyHere > 0 ? "onlyHere" : "synced";
}
