import type { LocalDate } from "@legwork/core/calendar";
import type { SessionLogFields } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { useRecords } from "@/data";
import { TodayLine } from "./today-line";

/** Today's sessions beside the plan, open ones to go on with, and the way to the library. */
export function BesidePlan({ today }: { today: LocalDate }) {
  const t = useTranslations("today.beside");
  const logs = useRecords("session_log", { from: today }).value;
  const beside = logs.filter(({ fields }) => fields.slot === undefined && fields.date === today);
  return (
    <section aria-label={t("title")}>
      {beside.map(({ id, fields }) => (
        <TodayLine key={id} href={`/session?id=${id}`}>
          {fields.ending === undefined ? t("open") : t("done", { sets: setsDone(fields) })}
        </TodayLine>
      ))}
      <TodayLine href="/library">{t("library")}</TodayLine>
    </section>
  );
}

function setsDone({ sets }: SessionLogFields): number {
  return Object.values(sets).filter(({ state }) => state !== "skipped").length;
}
