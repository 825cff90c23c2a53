import { memo } from "react";
import { WEEKDAYS, weekdayOf } from "@legwork/core/calendar";
import type { RunnerId } from "@legwork/core/record";
import { RibbonS } from "@/drawing/ribbon-s";
import { ribbonOfSummary } from "@/drawing/ribbon-week";
import { ruleNumber } from "@/drawing/rule-number";
import { Badge } from "@/ui/chip";
import type { CoachRow } from "./coach-rows";
import { RunnerDetails } from "./runner-details";
import { AdherenceSpark, FeelSparkline } from "./sparks";
import { useRowWords } from "./use-row-words";

/** Name, facts, this week, twelve weeks, run feel, last log. */
export const ROW_COLUMNS = "desk:grid-cols-[164px_minmax(0,1fr)_172px_88px_132px_84px] desk:gap-x-4";

interface RunnerRowProps {
  readonly row: CoachRow;
  readonly isOpen: boolean;
  readonly onToggle: (runner: RunnerId) => void;
  readonly onFocus: (runner: RunnerId) => void;
  readonly onRemove: (runner: RunnerId) => void;
  readonly register: (runner: RunnerId, element: HTMLButtonElement | null) => void;
}

/** One runner: a row on a desk, a card on a phone. The name is the button; its target is the whole row. */
export const RunnerRow = memo(function RunnerRow({
  row,
  isOpen,
  onToggle,
  onFocus,
  onRemove,
  register,
}: RunnerRowProps) {
  const words = useRowWords();
  const { summary } = row;
  const details = `details-${row.runner}`;
  return (
    <li className="border-b border-rule [contain-intrinsic-size:auto_56px] [content-visibility:auto]">
      <div
        className={`relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 rounded-control py-3 has-focus-visible:bg-sunk has-focus-visible:outline-[2.5px] has-focus-visible:-outline-offset-2 has-focus-visible:outline-ink desk:min-h-13 desk:px-3 desk:py-1.5 mouse:hover:bg-sunk ${ROW_COLUMNS}`}
      >
        <div className="min-w-0">
          <button
            ref={(element) => register(row.runner, element)}
            type="button"
            aria-expanded={isOpen}
            aria-controls={details}
            onClick={() => onToggle(row.runner)}
            onFocus={() => onFocus(row.runner)}
            className="block max-w-full truncate text-left text-body font-strong after:absolute after:inset-0 focus-visible:outline-none"
          >
            {row.name}
          </button>
          <p className="truncate text-caption text-ink2">{words.week(row)}</p>
        </div>
        <p className="text-right text-row desk:order-last desk:col-start-6 desk:text-left">{words.lastLog(row)}</p>
        <p className="col-span-2 flex flex-wrap gap-1.5 desk:col-span-1">
          {brokenRules(row).map((rule) => (
            <Badge key={rule} look="amber" rule={ruleNumber(rule)}>
              {words.broken}
            </Badge>
          ))}
          {words.facts(row).map((fact) => (
            <Badge key={fact}>{fact}</Badge>
          ))}
        </p>
        {summary !== null && (
          <>
            <div className="col-span-2 desk:col-span-1">
              {summary.ribbon !== null && (
                <RibbonS
                  week={ribbonOfSummary(summary.ribbon)}
                  today={WEEKDAYS.indexOf(weekdayOf(row.today))}
                  label={words.ribbonLabel(row)}
                />
              )}
            </div>
            <AdherenceSpark bars={row.bars} label={words.adherenceLabel(row)} />
            <p className="flex items-center gap-2.5 text-caption whitespace-nowrap">
              <FeelSparkline feel={row.feel} label={words.feelLabel(row)} />
              <span aria-hidden="true">{words.feel(row)}</span>
            </p>
          </>
        )}
      </div>
      <div id={details} hidden={!isOpen}>
        {isOpen && <RunnerDetails row={row} onRemove={onRemove} />}
      </div>
    </li>
  );
});

/** The rules that this week's moves broke, each once. */
function brokenRules({ summary }: CoachRow): readonly string[] {
  const broken = summary?.ribbon?.sessions.flatMap(({ breaks }) => breaks ?? []) ?? [];
  return [...new Set(broken)];
}
