"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ShellNav } from "./shell-nav";
import { ShellNotices } from "./shell-notices";

/** The frame round every screen: the bar of a phone, the rail of a desk. */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-ink px-4 py-3 text-paper focus-visible:translate-y-0"
      >
        {t("skip")}
      </a>
      <ShellNotices />
      <div id="content">{children}</div>
      <ShellNav />
    </>
  );
}
