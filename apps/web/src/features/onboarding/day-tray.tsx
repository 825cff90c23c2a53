import type { ReactNode } from "react";
import { RUN_MINUTES_MAX, type RunKind } from "@legwork/core/run";
import type { Weekday } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { kindColour } from "@/drawing/kind-colour";
import { RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
import { Button } from "@/ui/button";
import { SegmentedControl } from "@/ui/segmented-control";
import { Stepper } from "@/ui/stepper";
import { Toggle } from "@/ui/toggle";
import type { Answer, Answers, DayRun } from "./answers";

/** Minutes by which the stepper moves, and its lowest value. Our own choice. */
const MINUTES_STEP = 5;
const MINUTES_LEAST = 10;
const KINDS_SHOWN: readonly RunKind[] = ["easy", "medium", "key", "long", "race", "recovery"];

interface DayTrayProps {
  readonly answers: Answers;
  readonly tell: (event: Answer) => void;
  readonly next: ReactNode;
}

/** Changes the selected day in the thumb zone. */
export function DayTray({ answers, tell, next }: DayTrayProps) {
  const t = useTranslations("onboarding");
  const day = answers.selected;
  return (
    <div className="-mx-5 -mt-2 -mb-[calc(16px+env(safe-area-inset-bottom))] rounded-t-sheet bg-raised pb-[calc(16px+env(safe-area-inset-bottom))] shadow-raised desk:mx-0">
      <div className="max-h-[44dvh] overflow-y-auto px-5 pt-3">
        {day === null ? (
          <p className="py-2 text-row text-ink2">{t("week.hint")}</p>
        ) : (
          <SelectedDay day={day} run={answers.runs[day] ?? null} rest={answers.restDay === day} tell={tell} />
        )}
      </div>
      <div className="px-5 pt-3">{next}</div>
    </div>
  );
}

interface SelectedDayProps {
  readonly day: Weekday;
  readonly run: DayRun | null;
  readonly rest: boolean;
  readonly tell: (event: Answer) => void;
}

function SelectedDay({ day, run, rest, tell }: SelectedDayProps) {
  const t = useTranslations("onboarding");
  const words = useTranslations("run");
  const dates = useDates();
  const change = (changes: Partial<DayRun>) => tell({ kind: "runChanged", day, change: changes });
  return (
    <>
      <div className="flex min-h-12 items-center justify-between gap-3">
        <p className="min-w-0">
          <span className="text-section font-strong">{dates.weekdayName(day)}</span>
          {run !== null && (
            <span className="ml-2.5 text-row text-ink2 max-wide:hidden">{t(`week.about.${run.kind}`)}</span>
          )}
        </p>
        {run !== null && (
          <Button
            look="text"
            className="-mr-3 px-3! text-row! text-ink2!"
            onClick={() => tell({ kind: "dayCleared", day })}
          >
            {t("week.clear")}
          </Button>
        )}
      </div>
      <fieldset className="grid grid-cols-2 gap-2 wide:grid-cols-3">
        <legend className="sr-only">{t("week.kindOf", { day: dates.weekdayName(day) })}</legend>
        {KINDS_SHOWN.map((kind) => (
          <KindChoice key={kind} kind={kind} chosen={run?.kind === kind} onChoose={() => change({ kind })}>
            {words(`short.${kind}`)}
          </KindChoice>
        ))}
      </fieldset>
      {run === null ? (
        <div className="mt-2">
          <Toggle label={t("week.myRestDay")} on={rest} onChange={() => tell({ kind: "restDayToggled", day })} />
        </div>
      ) : (
        <div className="mt-2 grid gap-2 wide:grid-cols-2">
          <Stepper
            height={48}
            label={t("week.minutes")}
            decreaseLabel={t("week.fewerMinutes")}
            increaseLabel={t("week.moreMinutes")}
            unit={t("min")}
            value={run.minutes}
            min={MINUTES_LEAST}
            max={RUN_MINUTES_MAX}
            next={(value, direction) =>
              (Math.floor(value / MINUTES_STEP) + (direction === 1 || value % MINUTES_STEP === 0 ? direction : 0)) *
              MINUTES_STEP
            }
            onChange={(minutes) => change({ minutes })}
          />
          <SegmentedControl
            label={t("week.time")}
            value={run.time}
            onChange={(time) => change({ time })}
            options={[
              { value: "morning", text: t("morning") },
              { value: "evening", text: t("evening") },
            ]}
          />
        </div>
      )}
    </>
  );
}

interface KindChoiceProps {
  readonly kind: RunKind;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function KindChoice({ kind, chosen, onChoose, children }: KindChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className="focus-inside flex min-h-12 items-center gap-2 rounded-chip border-[1.25px] px-2.5 text-body font-button [font-stretch:96%]"
      style={
        chosen
          ? { background: kindColour(kind), borderColor: kindColour(kind), color: "var(--paper)" }
          : { borderColor: "var(--line)" }
      }
    >
      <RunGlyph kind={kind} size={18} {...(chosen ? { colour: "var(--paper)" } : {})} />
      {children}
    </button>
  );
}
