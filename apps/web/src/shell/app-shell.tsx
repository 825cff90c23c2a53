"use client";

import { useEffect, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { repeatEarlyTap } from "@/platform/early-tap";
import { ShellNav } from "./shell-nav";
import { ShellNotices } from "./shell-notices";

/** The frame round every screen: the bar of a phone, the rail of a desk. */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  useEffect(repeatEarlyTap, []);
  return (
    <>
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-ink px-4 py-3 text-paper focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2"
      >
        {t("skip")}
      </a>
      <ShellNotices />
      <div id="content">{children}</div>
      <ShellNav />
    </>
  );
}
