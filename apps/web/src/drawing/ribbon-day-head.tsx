import { addDays, type LocalDate } from "@legwork/core/calendar";
import { useDates } from "@/i18n/use-dates";
import { classNames } from "@/ui/class-names";

interface RibbonDayHeadProps {
  readonly monday: LocalDate;
  readonly day: number;
  readonly today: LocalDate | null;
}

/** A lane's head: day and number, wide like paint on a track; today in an ink block. */
export function RibbonDayHead({ monday, day, today }: RibbonDayHeadProps) {
  const dates = useDates();
  const date = addDays(monday, day);
  const here = date === today;
  return (
    <div
      className={classNames(
        "mx-auto flex h-[39px] w-10 max-w-full flex-col items-center justify-center rounded-tile",
        here && "bg-ink",
      )}
    >
      <span className={classNames("text-caption leading-4", here ? "text-paper" : "text-ink2")}>
        {dates.weekdayShort(date)}
      </span>
      <span className={classNames("type-lane leading-[1.125rem]", here && "text-paper")}>{dates.dayNumber(date)}</span>
    </div>
  );
}
