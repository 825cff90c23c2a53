import type { LocalDate } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { classNames } from "@/ui/class-names";
import { Hatch } from "./hatch";
import { kindColour, kindTint } from "./kind-colour";
import { Plate } from "./plate";
import { RibbonDayHead } from "./ribbon-day-head";
import { hourPosition, stretchPosition, widestLane, type StretchPosition } from "./ribbon-geometry";
import type { RibbonRun, RibbonSession, RibbonWeek } from "./ribbon-week";
import { RestGlyph, RunGlyph } from "./run-glyph";
import { useRibbonWords } from "./use-ribbon-words";

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const TILE = 28;
const PLATE_WIDTH = 34;

interface RibbonMProps {
  readonly week: RibbonWeek;
  readonly today: LocalDate | null;
}

/** The week in seven lanes: runs above, strength below, what is protected hatched behind them. */
export function RibbonM({ week, today }: RibbonMProps) {
  const words = useRibbonWords()(week);
  const t = useTranslations("drawing");
  const stretches = week.stretches.flatMap((stretch) => {
    const place = stretchPosition(stretch, stretch.hours);
    return place === null ? [] : [{ ...stretch, place }];
  });
  const strengthLanes = new Set(week.sessions.map((session) => session.day));

  return (
    <div className="relative">
      <ul className="sr-only">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div aria-hidden="true" className="grid h-[42px] grid-cols-7 items-start">
        {DAYS.map((day) => (
          <div key={day} className={classNames("h-full", day > 0 && "lane-line")}>
            <RibbonDayHead monday={week.monday} day={day} today={today} />
          </div>
        ))}
      </div>
      <div aria-hidden="true" className="relative h-[122px] border-t-[1.5px] border-b border-t-ink border-b-line">
        {stretches.map(({ key, place }) => (
          <div key={key} className="absolute inset-y-0" style={spanStyle(place)}>
            <Hatch begins={place.beginsHere ? "left" : null} />
          </div>
        ))}
        {DAYS.slice(1).map((day) => (
          <span key={day} className="absolute inset-y-0 w-px bg-rule" style={{ left: `${(day / 7) * 100}%` }} />
        ))}
        {DAYS.map((day) => (
          <RunsOfDay
            key={day}
            day={day}
            runs={week.runs.filter((run) => run.day === day)}
            quiet={strengthLanes.has(day) || stretches.some(({ place }) => covers(place, day))}
          />
        ))}
        {week.sessions.map((session) => (
          <SessionMark key={session.key} session={session} />
        ))}
        {stretches.map(({ key, place, hours }) => {
          const lane = widestLane(place);
          if (strengthLanes.has(lane)) return null;
          return (
            <span
              key={key}
              className="absolute top-[76px] flex justify-center"
              style={{ left: `${(lane / 7) * 100}%`, width: `${100 / 7}%` }}
            >
              <span className="bg-paper px-1 py-0.5 text-caption text-ink2">{t("hours", { hours })}</span>
            </span>
          );
        })}
      </div>
    </div>
  );
}

function RunsOfDay({ day, runs, quiet }: { day: number; runs: readonly RibbonRun[]; quiet: boolean }) {
  const t = useTranslations("drawing");
  const kindWords = useTranslations("run");
  const first = mostTelling(runs);
  if (first === null)
    return quiet ? null : (
      <Mark left={markLeft(day, 0.5 - TILE / 100, TILE)} top={5} word={t("rest")} faint centred={day}>
        <span className="flex size-7 items-center justify-center">
          <RestGlyph size={20} />
        </span>
      </Mark>
    );
  const solid = first.done;
  return (
    <Mark
      left={markLeft(day, hourPosition(first.hour), TILE)}
      top={5}
      word={kindWords(`short.${first.kind}`)}
      number={`${first.minutes}${runs.length > 1 ? ` ${t("more", { count: runs.length - 1 })}` : ""}`}
    >
      <span
        className="flex size-7 items-center justify-center rounded-tile border-[1.5px]"
        style={{
          borderColor: kindColour(first.kind),
          background: solid ? kindColour(first.kind) : kindTint(first.kind),
        }}
      >
        <RunGlyph kind={first.kind} size={16} {...(solid ? { colour: "var(--paper)" } : {})} />
      </span>
    </Mark>
  );
}

function SessionMark({ session }: { session: RibbonSession }) {
  const programme = useTranslations("programme");
  const right = hourPosition(session.endHour);
  return (
    <Mark
      left={`max(${(session.day / 7) * 100}%, calc(${((session.day + right) / 7) * 100}% - ${PLATE_WIDTH}px))`}
      top={66}
      word={programme(`session.${session.kind}.short`)}
      number={session.state === "missed" || session.state === "excused" ? "" : String(session.minutes)}
    >
      <Plate letter={session.letter} state={session.state} dose={session.dose} width={PLATE_WIDTH} height={26} />
    </Mark>
  );
}

interface MarkProps {
  readonly left: string;
  readonly top: number;
  readonly word: string;
  readonly number?: string;
  readonly faint?: boolean;
  /** Stands in the middle of this lane instead of at `left`. */
  readonly centred?: number;
  readonly children: React.ReactNode;
}

/** A mark with its word and its minutes centred under it. */
function Mark({ left, top, word, number = "", faint = false, centred, children }: MarkProps) {
  const place =
    centred === undefined ? { left, top } : { left: `calc(${((centred + 0.5) / 7) * 100}% - ${TILE / 2}px)`, top };
  return (
    <span className="absolute flex flex-col items-center" style={place}>
      {children}
      <span className="relative h-6 w-0">
        <span
          className={classNames(
            "halo absolute top-[3px] left-1/2 -translate-x-1/2 type-kind leading-3 whitespace-nowrap",
            faint ? "text-ink2" : "text-ink",
          )}
        >
          {word}
        </span>
        <span className="halo absolute top-[15px] left-1/2 -translate-x-1/2 text-caption leading-3 whitespace-nowrap text-ink2">
          {number}
        </span>
      </span>
    </span>
  );
}

// A run's mark begins at its start; it never leaves its own lane.
function markLeft(day: number, position: number, width: number): string {
  return `min(${((day + position) / 7) * 100}%, calc(${((day + 1) / 7) * 100}% - ${width}px))`;
}

function spanStyle({ from, to }: StretchPosition) {
  return { left: `${(from / 7) * 100}%`, width: `${((to - from) / 7) * 100}%` };
}

function covers({ from, to }: StretchPosition, lane: number): boolean {
  return Math.min(lane + 1, to) - Math.max(lane, from) > 0.5;
}

const TELLING = ["race", "key", "long", "medium", "easy", "recovery"] as const;

/** The run that stands for a day with several: the one the rules care about most. */
function mostTelling(runs: readonly RibbonRun[]): RibbonRun | null {
  return [...runs].sort((one, other) => TELLING.indexOf(one.kind) - TELLING.indexOf(other.kind))[0] ?? null;
}
