import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import type { Plan } from "@legwork/core/plan";
import { useDeviceValue, useMistakes } from "@/data";
import { mistakeToShow } from "./mistake-to-show";

/** Room at the end of Today for what cannot wait. Most weeks say nothing, and need neither the card nor its words. */
export function MistakePlace({ plan }: { plan: Plan }) {
  const monday = plan.weeks[plan.currentWeek]?.monday;
  const { mistakes } = useMistakes(plan);
  const read = useDeviceValue(`mistakeRead/${monday ?? ""}`);
  const isRead = read.status === "loading" || read.value === true;
  const shown = mistakeToShow(mistakes, { screen: "today", isRead });
  const card = useQuery({
    queryKey: ["mistakeCard"],
    queryFn: async () => (await import("./mistake-with-words")).MistakeWithWords,
    enabled: shown !== null,
  });
  const Card = card.data;
  if (shown === null || monday === undefined || Card === undefined) return null;
  return (
    <Suspense fallback={null}>
      <Card mistake={shown} monday={monday} />
    </Suspense>
  );
}
