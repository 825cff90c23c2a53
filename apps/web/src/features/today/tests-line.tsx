import type { PlanWeek } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { useRecords } from "@/data";
import { offersTests } from "./offers-tests";
import { TodayLine } from "./today-line";

/** The way to the tests, in the weeks in which they say something, until they are done. */
export function TestsLine({ week }: { week: Pick<PlanWeek, "monday" | "programmeWeek"> }) {
  const t = useTranslations("today");
  const tests = useRecords("strength_test");
  const done = tests.value.map(({ fields }) => fields.date);
  if (tests.status !== "ready" || !offersTests(week, done)) return null;
  return <TodayLine href="/tests">{t("tests", { week: week.programmeWeek })}</TodayLine>;
}
