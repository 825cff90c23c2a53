import { ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import { WEEKDAYS, type Weekday } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { useRecords } from "@/data";
import { RestGlyph, RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
import { SectionTitle } from "@/ui/screen-title";
import { dayDraftOf, type DayDraft } from "./day-draft";
import type { ProgrammePatch } from "./programme-patch";
import type { SectionProps } from "./section-props";
import { useDrafts } from "./use-drafts";

const DaySheet = dynamic(() => import("./day-sheet").then((module) => module.DaySheet));

/** What each weekday allows, beside the runs that stand on it. */
export function DaysSection({ programme, change }: SectionProps) {
  const t = useTranslations("around");
  const dates = useDates();
  const drafts = useDrafts<DayDraft>();
  const runs = Object.values(useRecords("run_plan").value[0]?.fields.runs ?? {});
  const opened = WEEKDAYS.find((day) => day === drafts.opened);

  async function save(day: Weekday, patch: ProgrammePatch) {
    const said = t("day.saved", { day: dates.weekdayName(day) });
    if (Object.keys(patch).length === 0 || (await change(patch, said))) drafts.finish();
  }

  function says(day: Weekday): string {
    const { isLocked, isRestDay, minutes } = dayDraftOf(programme, day);
    if (isLocked) return t("day.says.locked");
    const time = minutes === "" ? null : t("day.says.minutes", { minutes });
    if (!isRestDay) return time ?? t("day.says.free");
    return [t("day.says.rest"), time].filter((each) => each !== null).join(", ");
  }

  return (
    <section>
      <SectionTitle>{t("day.title")}</SectionTitle>
      <ul>
        {WEEKDAYS.map((day) => {
          const ofDay = runs.filter((run) => run.day === day);
          return (
            <li key={day}>
              <button
                type="button"
                onClick={() => drafts.open(day, dayDraftOf(programme, day))}
                className="focus-inside flex min-h-12 w-full items-center gap-4 border-b border-rule text-left active:bg-sunk"
              >
                <span className="flex w-8 shrink-0 justify-center gap-0.5">
                  {ofDay.length === 0 && <RestGlyph size={18} />}
                  {ofDay.slice(0, 2).map((run) => (
                    <RunGlyph key={run.kind} kind={run.kind} size={ofDay.length > 1 ? 14 : 18} />
                  ))}
                </span>
                <span className="grow text-body">{dates.weekdayName(day)}</span>
                <span className="text-right text-row text-ink2">{says(day)}</span>
                <ChevronRight size={20} strokeWidth={1.75} className="shrink-0 text-ink2" aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
      {opened !== undefined && drafts.draft !== null && (
        <DaySheet
          day={opened}
          draft={drafts.draft}
          programme={programme}
          onChange={drafts.change}
          onClose={drafts.close}
          onSave={(patch) => void save(opened, patch)}
        />
      )}
    </section>
  );
}
