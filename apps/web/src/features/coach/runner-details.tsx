import { UserMinus } from "lucide-react";
import { useTranslations } from "use-intl";
import type { RunnerId } from "@legwork/core/record";
import { Plate } from "@/drawing/plate";
import { plateLetter, plateStateOf } from "@/drawing/plate-state";
import { Button } from "@/ui/button";
import type { CoachRow } from "./coach-rows";

interface RunnerDetailsProps {
  readonly row: CoachRow;
  readonly onRemove: (runner: RunnerId) => void;
}

/** What an opened row adds: the sessions of twelve weeks one by one, and the way out of the squad. */
export function RunnerDetails({ row, onRemove }: RunnerDetailsProps) {
  const t = useTranslations("coach");
  const tState = useTranslations("progress.state");
  const { summary } = row;
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 pb-4 desk:px-3">
      {summary === null ? (
        <p className="text-row text-ink2">{t("noProgrammeLong")}</p>
      ) : (
        <div>
          <ol className="flex flex-wrap gap-x-2.5 gap-y-2">
            {summary.weeks.map(({ week, marks }) => (
              <li key={week} className="flex flex-col items-center gap-1">
                {marks.map((mark) => {
                  const isAhead = mark.status === "ahead" && week > summary.week;
                  const state = isAhead ? "ahead" : plateStateOf(mark.status);
                  return (
                    <span key={mark.slot}>
                      <Plate letter={plateLetter(mark.kind)} state={state} dose={mark.credit} width={18} height={16} />
                      <span className="sr-only">{`${mark.kind}: ${tState(state)}`}</span>
                    </span>
                  );
                })}
                <span className="text-caption text-ink2">{week}</span>
              </li>
            ))}
          </ol>
          {summary.consistency !== null && (
            <p className="mt-2 text-row text-ink2">{t("consistency", { share: summary.consistency })}</p>
          )}
        </div>
      )}
      <Button
        look="quiet"
        icon={<UserMinus size={18} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => onRemove(row.runner)}
      >
        {t("remove")}
      </Button>
    </div>
  );
}
