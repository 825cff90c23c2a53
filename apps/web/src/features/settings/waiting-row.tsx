import { useTranslations } from "use-intl";
import { parseLocalDate } from "@legwork/core/calendar";
import { discardRefusal, type WaitingList } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { useMinute } from "@/platform/use-minute";
import { Button } from "@/ui/button";
import { showToast } from "@/ui/toast";
import { RecordMark, runKindOf, sessionKindOf } from "./record-mark";

type Waiting = WaitingList["waiting"][number];

/** One record of which something is only here; a refused one says so and can be let go. */
export function WaitingRow({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("settings.safety");
  const dates = useDates();
  const minute = useMinute();
  const title = useRecordTitle(waiting.record);
  async function discard() {
    await discardRefusal(waiting.id);
    showToast(t("discarded"));
  }
  return (
    <li className="border-b border-rule py-2">
      <div className="flex min-h-8 items-center gap-4">
        <span className="flex w-8 shrink-0 justify-center">
          <RecordMark record={waiting.record} />
        </span>
        <span className="min-w-0 grow text-body">{title}</span>
        <span className="shrink-0 text-row text-ink2">{dates.ago(Math.min(waiting.writtenAt, minute), minute)}</span>
      </div>
      {waiting.refusal !== null && (
        <div className="pl-12">
          <p className="text-row text-amber">{t("refusedBelow", { code: waiting.refusal.code })}</p>
          <Button look="text" className="-ml-4" onClick={() => void discard()}>
            {t("discard")}
          </Button>
        </div>
      )}
    </li>
  );
}

function useRecordTitle(record: Waiting["record"]): string {
  const t = useTranslations("settings.record");
  const tRun = useTranslations("run");
  const dates = useDates();
  switch (record.kind) {
    case "session_log":
      return t("session_log", {
        kind: sessionKindOf(record),
        sets: Object.entries(record.body).filter(([key, value]) => key.startsWith("sets/") && value !== null).length,
      });
    case "run_log":
      return t("run_log", { kind: tRun(`kind.${runKindOf(record)}`), minutes: Number(record.body["minutes"] ?? 0) });
    case "week_plan": {
      const monday = parseLocalDate(record.date);
      return t("week_plan", { date: monday === null ? "" : dates.dayMonthShort(monday) });
    }
    case "programme":
    case "settings":
    case "run_plan":
    case "run_feel":
    case "health":
    case "strength_test":
    case "adjustments":
    case "comment":
      return t(record.kind);
    default:
      return t("other");
  }
}
