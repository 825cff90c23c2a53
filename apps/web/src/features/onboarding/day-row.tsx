import { Lock, Plus } from "lucide-react";
import type { Weekday } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { kindColour, kindTint } from "@/drawing/kind-colour";
import { RunGlyph } from "@/drawing/run-glyph";
import { useDates } from "@/i18n/use-dates";
import { classNames } from "@/ui/class-names";
import type { DayRun } from "./answers";

interface DayRowProps {
  readonly day: Weekday;
  readonly run: DayRun | null;
  readonly rest: boolean;
  readonly selected: boolean;
  readonly onTap: () => void;
}

/** One day of the running week: a run, none, or the rest day. */
export function DayRow({ day, run, rest, selected, onTap }: DayRowProps) {
  const t = useTranslations("onboarding");
  const words = useTranslations("run");
  const dates = useDates();
  return (
    <button
      type="button"
      aria-pressed={selected}
      aria-label={t("week.dayLabel", {
        day: dates.weekdayName(day),
        what:
          run === null
            ? rest
              ? t("week.rest")
              : t("week.noRun")
            : t("week.run", { kind: words(`short.${run.kind}`), minutes: run.minutes }),
      })}
      onClick={onTap}
      className={classNames(
        "focus-inside -mx-5 block w-[calc(100%+40px)] px-5 text-left desk:-mx-3 desk:w-[calc(100%+24px)] desk:px-3",
        selected && "bg-sunk",
      )}
    >
      <span className="grid grid-cols-[52px_1fr] items-center border-b border-rule">
        <span className={classNames("text-body", selected && "font-strong")}>{dates.weekdayName(day, "short")}</span>
        {run === null ? (
          <span className="flex h-12 items-center justify-between pr-4 pl-3 text-row text-ink2">
            {rest ? t("week.rest") : t("week.noRun")}
            {rest ? (
              <Lock size={18} strokeWidth={1.75} aria-hidden="true" />
            ) : (
              <Plus size={20} strokeWidth={1.75} aria-hidden="true" />
            )}
          </span>
        ) : (
          <span
            className={classNames(
              "my-1 flex h-10 items-center gap-3 rounded-chip border-[1.5px] px-3",
              selected && "outline-[2.5px] outline-offset-2 outline-ink",
            )}
            style={{ borderColor: kindColour(run.kind), background: kindTint(run.kind) }}
          >
            <RunGlyph kind={run.kind} size={18} />
            <span className="grow text-body font-button">{words(`short.${run.kind}`)}</span>
            <span className="text-row font-button">{t("minutes", { minutes: run.minutes })}</span>
          </span>
        )}
      </span>
    </button>
  );
}
