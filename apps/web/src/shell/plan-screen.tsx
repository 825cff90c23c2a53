"use client";

import { useRouter } from "next/navigation";
import { useEffect, type ReactNode } from "react";
import type { Plan } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { usePlan } from "@/data";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";

/** A screen that needs the plan: without one the runner begins, and a plan that cannot be read is said in a sentence. */
export function PlanScreen({ children }: { children: (plan: Plan) => ReactNode }) {
  const t = useTranslations("shell.planFailed");
  const plan = usePlan();
  const router = useRouter();
  const first = plan.status === "none";
  useEffect(() => {
    if (first) router.replace("/start");
  }, [first, router]);

  if (plan.status === "failed")
    return (
      <Screen>
        <EmptyState title={t("title")} heading="h1">
          {t("text")}
        </EmptyState>
      </Screen>
    );
  return plan.status === "ready" ? children(plan.plan) : <ScreenSkeleton />;
}
