import { ChevronRight, TriangleAlert } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import type { Plan } from "@legwork/core/plan";
import { questionsDue } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { lastLegsOf, useSafety } from "@/data";

const MorningPlace = dynamic(() => import("./morning-place").then((module) => module.MorningPlace));

/** What the line on safety says; null when it says nothing. */
type SafetySays = { readonly kind: "bone" | "blocked" } | { readonly kind: "due"; readonly count: number } | null;

/** At most one line on safety: what stops comes before what asks. */
export function useSafetySays(plan: Plan): SafetySays {
  const { status, screening, limits, boneWarning } = useSafety();
  if (status !== "ready") return null;
  if (boneWarning !== null) return { kind: "bone" };
  if (limits.blocked) return { kind: "blocked" };
  const due = questionsDue(screening, { today: plan.today, lastLegs: lastLegsOf(plan) });
  return due.length > 0 ? { kind: "due", count: due.length } : null;
}

/** The line on safety, and once, on the morning after a pain, the question how it is. */
export function SafetyToday({ today, says }: { today: Plan["today"]; says: SafetySays }) {
  const t = useTranslations("today.safety");
  const { status } = useSafety();
  if (status !== "ready") return null;
  return (
    <>
      {says !== null && <SafetyLine>{says.kind === "due" ? t("due", { count: says.count }) : t(says.kind)}</SafetyLine>}
      <MorningPlace today={today} />
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
