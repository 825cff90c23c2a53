import { addDays, WEEKDAYS, type LocalDate } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import { Button } from "@/ui/button";
import { ChoiceChip } from "@/ui/chip";
import { Field } from "@/ui/field";
import { SegmentedControl } from "@/ui/segmented-control";
import type { StepProps } from "./running-week-step";
import { suggestedStart } from "./start-records";
import { StepFrame } from "./step-frame";

/** Limits to choose from, in minutes. Our own choice; the programme's sessions take 20 to 40. */
const MINUTES_CHOICES = [null, 40, 30, 25, 20] as const;
/** The latest start that is believed: it catches a slip of the finger. Our own choice. */
const LATEST_START_DAYS = 365;

interface LimitsStepProps extends StepProps {
  readonly today: LocalDate;
}

export function LimitsStep({ answers, tell, onBack, onNext, today }: LimitsStepProps) {
  const t = useTranslations("onboarding.limits");
  const common = useTranslations("onboarding");
  const dates = useDates();
  const suggested = suggestedStart(today);
  const start = answers.startDate ?? suggested;
  const startIsFine = start >= today && start <= addDays(today, LATEST_START_DAYS);

  return (
    <StepFrame
      step="limits"
      onBack={onBack}
      title={t("title")}
      below={t("below")}
      footer={
        <Button size={56} wide disabled={!startIsFine || answers.lockedDays.length === 7} onClick={onNext}>
          {t("place")}
        </Button>
      }
    >
      <div className="space-y-7 border-t-[1.5px] border-ink pt-4">
        <section>
          <h2 className="mb-2 text-body font-strong">{t("start")}</h2>
          <div className="flex flex-wrap gap-2">
            {(today === suggested ? [today, addDays(today, 7)] : [suggested, today]).map((date) => (
              <ChoiceChip
                key={date}
                pressed={start === date}
                onPress={() => tell({ kind: "limitsChanged", change: { startDate: date } })}
              >
                {date === today ? t("today") : dates.full(date)}
              </ChoiceChip>
            ))}
          </div>
          <Field
            className="mt-3 max-w-56"
            label={t("otherDay")}
            type="date"
            min={today}
            max={addDays(today, LATEST_START_DAYS)}
            value={start}
            problem={startIsFine ? null : t("badStart")}
            onChange={(event) => {
              if (event.target.value !== "")
                tell({ kind: "limitsChanged", change: { startDate: event.target.value as LocalDate } });
            }}
          />
        </section>
        <section>
          <h2 className="mb-2 text-body font-strong">{t("minutes")}</h2>
          <div className="flex flex-wrap gap-2">
            {MINUTES_CHOICES.map((minutes) => (
              <ChoiceChip
                key={minutes ?? "none"}
                pressed={answers.maxMinutes === minutes}
                onPress={() => tell({ kind: "limitsChanged", change: { maxMinutes: minutes } })}
              >
                {minutes === null ? t("noLimit") : common("minutes", { minutes })}
              </ChoiceChip>
            ))}
          </div>
        </section>
        <section>
          <h2 className="mb-2 text-body font-strong">{t("time")}</h2>
          <SegmentedControl
            label={t("time")}
            value={answers.strengthTime}
            onChange={(strengthTime) => tell({ kind: "limitsChanged", change: { strengthTime } })}
            options={[
              { value: "morning", text: common("morning") },
              { value: "midday", text: common("midday") },
              { value: "evening", text: common("evening") },
            ]}
          />
        </section>
        <section>
          <h2 className="mb-2 text-body font-strong">{t("never")}</h2>
          <div className="grid grid-cols-4 gap-2 wide:grid-cols-7">
            {WEEKDAYS.map((day) => (
              <button
                key={day}
                type="button"
                aria-pressed={answers.lockedDays.includes(day)}
                aria-label={dates.weekdayName(day)}
                onClick={() => tell({ kind: "lockToggled", day })}
                className="min-h-12 rounded-chip border-[1.25px] border-line text-row font-button aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
              >
                {dates.weekdayName(day, "short")}
              </button>
            ))}
          </div>
          {answers.lockedDays.length === 7 && <p className="mt-2 text-row text-amber">{t("noDayLeft")}</p>}
        </section>
      </div>
    </StepFrame>
  );
}
