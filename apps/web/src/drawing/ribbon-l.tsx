import { addDays, type LocalDate } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import { classNames } from "@/ui/class-names";
import { Hatch } from "./hatch";
import { stretchPosition, widestLane } from "./ribbon-geometry";
import { RunChip, SessionChip } from "./ribbon-l-chips";
import type { RibbonRun, RibbonWeek } from "./ribbon-week";

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** Height of a day. */
const DAY = 82;

interface RibbonLProps {
  readonly week: RibbonWeek;
  readonly today: LocalDate | null;
  /** Opens the sheet of a session or a run. */
  readonly onSession?: (key: string) => void;
  readonly onRun?: (key: string) => void;
  /** Which runs can be opened; all when absent. */
  readonly runOpens?: (run: RibbonRun) => boolean;
}

/** The week turned downwards: a day column, the runs, the strength sessions, each chip at its hour. */
export function RibbonL({ week, today, onSession, onRun, runOpens = () => true }: RibbonLProps) {
  const t = useTranslations("drawing");
  const dates = useDates();
  const stretches = week.stretches.flatMap((stretch) => {
    const place = stretchPosition(stretch, stretch.hours);
    return place === null ? [] : [{ ...stretch, place }];
  });
  const strengthLanes = new Set(week.sessions.map((session) => session.day));

  return (
    <div className="grid grid-cols-[46px_1fr_8px_1fr]">
      <div className="col-start-2 pb-1 text-row text-ink2">{t("runs")}</div>
      <div className="col-start-4 pb-1 text-row text-ink2">{t("strength")}</div>
      <div className="relative col-span-4 border-t-[1.5px] border-ink" style={{ height: DAY * 7 + 1 }}>
        <span className="absolute inset-y-0 left-10 w-px bg-rule" aria-hidden="true" />
        <span className="absolute inset-y-0 left-[calc(50%+19px)] w-px bg-rule" aria-hidden="true" />
        {stretches.map(({ key, place }) => (
          <div
            key={key}
            className="absolute right-0 left-10"
            style={{ top: place.from * DAY, height: (place.to - place.from) * DAY }}
          >
            <Hatch begins={place.beginsHere ? "top" : null} />
          </div>
        ))}
        {DAYS.map((day) => (
          <span
            key={day}
            className="absolute inset-x-0 h-px bg-rule"
            style={{ top: (day + 1) * DAY }}
            aria-hidden="true"
          />
        ))}
        <ol>
          {DAYS.map((day) => {
            const date = addDays(week.monday, day);
            const runs = week.runs.filter((run) => run.day === day);
            const sessions = week.sessions.filter((session) => session.day === day);
            return (
              <li key={day} className="absolute inset-x-0" style={{ top: day * DAY, height: DAY }}>
                <DayLabel date={date} here={date === today} />
                <div className="absolute inset-y-0 left-[46px] w-[calc(50%-27px)]">
                  {runs.length === 0 ? (
                    <p className="halo absolute top-[30px] left-2.5 text-row text-ink2">
                      {sessions.length === 0 && !stretches.some(({ place }) => covers(place, day))
                        ? t("restDay")
                        : t("noRun")}
                    </p>
                  ) : (
                    runs.map((run, index) => (
                      <RunChip
                        key={run.key}
                        run={run}
                        dayHeight={DAY}
                        share={{ index, of: runs.length }}
                        {...(onRun !== undefined && runOpens(run) ? { onPress: onRun } : {})}
                      />
                    ))
                  )}
                </div>
                <div className="absolute inset-y-0 right-0 w-[calc(50%-27px)]">
                  {sessions.map((session, index) => (
                    <SessionChip
                      key={session.key}
                      session={session}
                      dayHeight={DAY}
                      share={{ index, of: sessions.length }}
                      {...(onSession === undefined ? {} : { onPress: onSession })}
                    />
                  ))}
                </div>
              </li>
            );
          })}
        </ol>
        {stretches.map(({ key, place, hours, day, kind }) => {
          const lane = widestLane(place);
          if (strengthLanes.has(lane)) return null;
          return (
            <p
              key={key}
              className="halo absolute right-0 w-[calc(50%-27px)] pl-2.5 text-row leading-[1.125rem]"
              style={{ top: lane * DAY + 13 }}
            >
              <span className="block font-strong">{t("protected", { hours })}</span>
              {t("protectedBefore", { day: dates.weekdayShort(addDays(week.monday, day)), kind })}
            </p>
          );
        })}
      </div>
    </div>
  );
}

function DayLabel({ date, here }: { date: LocalDate; here: boolean }) {
  const t = useTranslations("drawing");
  const dates = useDates();
  return (
    <div className="absolute top-2 left-0 w-10">
      <p className={classNames("text-caption", here ? "font-strong text-ink" : "text-ink2")}>
        <span aria-hidden="true">{dates.weekdayShort(date)}</span>
        <span className="sr-only">{dates.full(date)}</span>
      </p>
      <p className="text-section leading-5 font-numeral [font-stretch:112%]" aria-hidden="true">
        {dates.dayNumber(date)}
      </p>
      {here && (
        <p className="mt-1 inline-block rounded-[5px] bg-ink px-1 text-caption font-strong text-paper [font-stretch:90%]">
          {t("today")}
        </p>
      )}
    </div>
  );
}

function covers({ from, to }: { from: number; to: number }, lane: number): boolean {
  return Math.min(lane + 1, to) - Math.max(lane, from) > 0.5;
}
