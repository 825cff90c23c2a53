import { useId } from "react";
import type { PlanWeek } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { useMoveSessions, writeDeviceValue } from "@/data";
import { Plate } from "@/drawing/plate";
import { plateLetter } from "@/drawing/plate-state";
import { ruleNumber } from "@/drawing/rule-number";
import { useDates } from "@/i18n/use-dates";
import { useReasonWords } from "@/i18n/use-reason-words";
import { Button } from "@/ui/button";
import { showToast } from "@/ui/toast";
import type { ShownMove } from "./proposed-moves";

interface ProposalCardProps {
  readonly week: PlanWeek;
  readonly moves: readonly ShownMove[];
}

/** What had better stand elsewhere this week, a sentence each; the runner decides, and either way there is a way back. */
export function ProposalCard({ week, moves }: ProposalCardProps) {
  const t = useTranslations("shell.proposal");
  const dates = useDates();
  const move = useMoveSessions();
  const title = useId();
  const count = moves.length;

  async function accept() {
    const undo = await move(
      week,
      moves.map(({ move: { to }, session }) => ({ session, to: { date: to.date, startTime: to.startTime } })),
    );
    const [first] = moves;
    const words =
      first === undefined
        ? { letter: "", day: "" }
        : { letter: plateLetter(first.session.kind), day: dates.weekdayLong(first.move.to.date) };
    showToast(t("moved", { count, ...words }), () => void undo());
  }

  async function notNow() {
    const key = `notNow/${week.monday}` as const;
    await writeDeviceValue(key, true);
    showToast(t("hidden"), () => void writeDeviceValue(key, null));
  }

  return (
    <section
      aria-labelledby={title}
      className="-mx-5 my-4 border-y border-rule bg-raised px-5 pt-4 pb-2 desk:mx-0 desk:rounded-control desk:border-x"
    >
      <h2 id={title} className="text-body font-strong">
        {t("title", { count })}
      </h2>
      <ul>
        {moves.map((each) => (
          <MoveLine key={each.move.slot} {...each} />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="quiet" onClick={() => void accept()}>
          {t("accept", { count })}
        </Button>
        <Button look="text" onClick={() => void notNow()}>
          {t("notNow")}
        </Button>
      </div>
    </section>
  );
}

function MoveLine({ move: { from, to, reason, why }, session }: ShownMove) {
  const t = useTranslations("shell.proposal");
  const programme = useTranslations("programme");
  const dates = useDates();
  const reasonWords = useReasonWords();
  const number = ruleNumber(reason.rule);
  const [best] = why;
  return (
    <li className="mt-3 flex gap-4">
      <Plate letter={plateLetter(session.kind)} width={40} height={29} />
      <div className="min-w-0">
        <p className="text-row text-ink2">{programme(`session.${session.kind}.name`)}</p>
        <p className="text-body">
          {reasonWords(reason)}{" "}
          {t("fits", {
            day: dates.weekdayLong(to.date),
            time: to.startTime,
            missed: String(reason.code === "missed"),
            from: from.date === to.date ? from.startTime : dates.weekdayLong(from.date),
          })}
          {best !== undefined && ` ${reasonWords(best)}`}
          {number !== null && <span className="text-caption text-ink3"> {number}</span>}
        </p>
      </div>
    </li>
  );
}
