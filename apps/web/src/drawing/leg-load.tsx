import type { LoadClass } from "@legwork/core/programme";
import { useTranslations } from "use-intl";
import { LegLoadBar } from "./leg-load-bar";

/** How heavy it is for the legs: the bar with its word. */
export function LegLoadWord({ load, strong = false }: { load: LoadClass; strong?: boolean }) {
  const t = useTranslations("drawing");
  return (
    <span className="inline-flex items-center gap-2.5">
      <LegLoadBar load={load} />
      <span className={strong ? "text-row font-strong" : "text-row text-ink2"}>{t("load", { load })}</span>
    </span>
  );
}
