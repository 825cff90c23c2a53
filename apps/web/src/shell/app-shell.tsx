"use client";

import { useEffect, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { onWriteFailed } from "@/data";
import { repeatEarlyTap } from "@/platform/early-tap";
import { showToast } from "@/ui/toast";
import { NoticesPlace } from "./notices-place";
import { ShellNav } from "./shell-nav";

/** The frame round every screen: the bar of a phone, the rail of a desk. */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  useEffect(repeatEarlyTap, []);
  // A screen that says it in its own words takes this line's place.
  useEffect(() => onWriteFailed((failure) => showToast(t(failure))), [t]);
  return (
    <>
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-ink px-4 py-3 text-paper focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2"
      >
        {t("skip")}
      </a>
      <NoticesPlace />
      <div id="content">{children}</div>
      <ShellNav />
    </>
  );
}
