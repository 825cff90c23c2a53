import { ChevronRight, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { Plan } from "@legwork/core/plan";
import { questionsDue } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { lastLegsOf, useSafety } from "@/data";
import { MorningPlace } from "./morning-place";

/** At most one line on safety, and once, on the morning after a pain, the question how it is. */
export function SafetyToday({ plan }: { plan: Plan }) {
  const t = useTranslations("today.safety");
  const { status, screening, limits, boneWarning } = useSafety();
  if (status !== "ready") return null;
  const due = questionsDue(screening, { today: plan.today, lastLegs: lastLegsOf(plan) });
  return (
    <>
      {boneWarning !== null ? (
        <SafetyLine>{t("bone")}</SafetyLine>
      ) : limits.blocked ? (
        <SafetyLine>{t("blocked")}</SafetyLine>
      ) : (
        due.length > 0 && <SafetyLine>{t("due", { count: due.length })}</SafetyLine>
      )}
      <MorningPlace today={plan.today} />
    </>
  );
}

function SafetyLine({ children }: { children: string }) {
  return (
    <Link
      href="/safety"
      className="focus-inside mt-3 flex min-h-14 items-center gap-3 rounded-control border-[1.25px] border-amber bg-amber-tint px-4 py-2 text-row"
    >
      <TriangleAlert size={20} strokeWidth={1.75} className="shrink-0 text-amber" aria-hidden="true" />
      <span className="grow">{children}</span>
      <ChevronRight size={20} strokeWidth={1.75} className="shrink-0" aria-hidden="true" />
    </Link>
  );
}
