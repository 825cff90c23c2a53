import { Search } from "lucide-react";
import { useTranslations } from "use-intl";
import { WEEKDAYS } from "@legwork/core/calendar";
import { useDates } from "@/i18n/use-dates";
import { classNames } from "@/ui/class-names";
import { SORTS } from "./coach-rows";
import { ROW_COLUMNS } from "./runner-row";
import type { ListView } from "./use-list-view";

interface ListToolsProps {
  readonly view: ListView;
  readonly onView: (change: Partial<ListView>) => void;
}

/** Order and search; both stand in the address. */
export function ListTools({ view, onView }: ListToolsProps) {
  const t = useTranslations("coach");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("sort")}</legend>
        {SORTS.map((sort) => (
          <button
            key={sort}
            type="button"
            aria-pressed={sort === view.sort}
            onClick={() => onView({ sort })}
            className={classNames(
              "min-h-12 rounded-chip border-[1.25px] px-3.5 text-row font-button mouse:min-h-[34px]",
              sort === view.sort ? "border-ink bg-ink text-paper" : "border-line active:bg-sunk mouse:hover:bg-sunk",
            )}
          >
            {t(`sortBy.${sort}`)}
          </button>
        ))}
      </fieldset>
      <label className="relative block w-full desk:w-50">
        <span className="sr-only">{t("find")}</span>
        <Search
          size={16}
          strokeWidth={1.75}
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink2"
          aria-hidden="true"
        />
        <input
          type="search"
          value={view.find}
          placeholder={t("find")}
          onChange={(event) => onView({ find: event.target.value })}
          className="min-h-12 w-full rounded-chip border-[1.25px] border-line bg-transparent pr-3 pl-9 text-row placeholder:text-ink3 mouse:min-h-[34px]"
        />
      </label>
    </div>
  );
}

/** Column heads of a desk; the rows say the same in their labels. */
export function ListHead() {
  const t = useTranslations("coach.column");
  const dates = useDates();
  return (
    <div
      aria-hidden="true"
      className={`hidden h-6 border-b-[1.5px] border-ink px-3 text-caption text-ink2 desk:grid ${ROW_COLUMNS}`}
    >
      <span>{t("runner")}</span>
      <span>{t("facts")}</span>
      <span className="flex">
        {WEEKDAYS.map((weekday) => (
          <span key={weekday} className="w-6 text-center">
            {dates.weekdayName(weekday, "narrow")}
          </span>
        ))}
      </span>
      <span>{t("twelve")}</span>
      <span>{t("feel")}</span>
      <span>{t("lastLog")}</span>
    </div>
  );
}

interface KeyHintsProps {
  /** The runner under the keys; null hides the line. */
  readonly name: string | null;
  readonly isOpen: boolean;
}

/** The keys of the focused row, for a desk with a mouse. */
export function KeyHints({ name, isOpen }: KeyHintsProps) {
  const t = useTranslations("coach.keys");
  if (name === null) return null;
  const keys = [isOpen ? (["Esc", t("close")] as const) : (["Enter", t("open")] as const)];
  return (
    <p className="sticky bottom-0 z-10 hidden items-center gap-5 border-t border-rule bg-paper py-3 text-row mouse:desk:flex">
      <span className="font-strong">{name}</span>
      {[...keys, ["j", t("next")] as const, ["k", t("previous")] as const].map(([key, word]) => (
        <span key={key} className="flex items-center gap-2">
          <kbd className="rounded-[5px] border border-line px-1.5 font-sans text-caption font-strong">{key}</kbd>
          {word}
        </span>
      ))}
    </p>
  );
}
