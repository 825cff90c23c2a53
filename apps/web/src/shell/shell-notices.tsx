"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { useOtherTabHoldsUp } from "@/data";
import { WithWords } from "@/i18n/intl";
import { canKeepOffline, keepOffline } from "@/platform/service-worker";

type UseIt = () => Promise<{ busy: boolean }>;

/** What concerns the whole app: a newer version, or an address that cannot keep it for offline. */
export function ShellNotices() {
  return (
    <WithWords of={["notices"]}>
      <SpokenNotices />
    </WithWords>
  );
}

function SpokenNotices() {
  const t = useTranslations("notices");
  const [useIt, setUseIt] = useState<UseIt | null>(null);
  const [busy, setBusy] = useState(false);
  const heldUp = useOtherTabHoldsUp();
  const offlineCapable = useSyncExternalStore(never, canKeepOffline, () => true);

  useEffect(() => {
    // The browser offers it once it has judged the whole page; nothing at the start waits for this.
    import("@/platform/install").then(({ listenForInstall }) => listenForInstall()).catch(() => undefined);
  }, []);
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !canKeepOffline()) return undefined;
    return keepOffline({ onWaiting: (use) => setUseIt(() => use) });
  }, []);

  if (heldUp) return <Notice>{t("otherTab")}</Notice>;
  if (!offlineCapable) return <Notice>{t("noServiceWorker")}</Notice>;
  if (useIt === null) return null;
  return (
    <Notice>
      <span className="grow">{busy ? t("updateLater") : t("update")}</span>
      <button
        type="button"
        className="focus-inside min-h-12 shrink-0 rounded-control px-4 font-strong"
        onClick={() => void useIt().then((answer) => setBusy(answer.busy))}
      >
        {t("updateNow")}
      </button>
    </Notice>
  );
}

function Notice({ children }: { children: React.ReactNode }) {
  return (
    <div
      data-shell-nav=""
      className="flex min-h-12 items-center gap-3 border-b border-rule bg-raised px-5 py-1 text-row text-ink2 desk:pl-26"
    >
      {children}
    </div>
  );
}

function never() {
  return () => undefined;
}
