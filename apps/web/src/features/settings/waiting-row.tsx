import Link from "next/link";
import { useTranslations } from "use-intl";
import type { WaitingList } from "@/data";
import { RecordMark } from "@/drawing/record-mark";
import { useDates } from "@/i18n/use-dates";
import { useRecordWords } from "@/i18n/use-record-words";
import { useMinute } from "@/platform/use-minute";
import { Button } from "@/ui/button";

type Waiting = WaitingList["waiting"][number];

interface WaitingRowProps {
  readonly waiting: Waiting;
  readonly onMend: () => void;
}

/** One record of which something is only here, with the way to its earlier versions; a refused one says so and can be mended. */
export function WaitingRow({ waiting: { id, record, writtenAt, refusal }, onMend }: WaitingRowProps) {
  const t = useTranslations("settings.safety");
  const dates = useDates();
  const minute = useMinute();
  const words = useRecordWords();
  const title = words.title(record);
  return (
    <li className="border-b border-rule py-1">
      <div className="flex min-h-12 items-center gap-4">
        <span className="flex w-8 shrink-0 justify-center">
          <RecordMark record={record} />
        </span>
        {record.server === null ? (
          <span className="min-w-0 grow text-body">{title}</span>
        ) : (
          <Link href={`/history?id=${id}`} className="flex min-h-12 min-w-0 grow items-center text-body active:bg-sunk">
            {title}
          </Link>
        )}
        <span className="shrink-0 text-row text-ink2">{dates.ago(Math.min(writtenAt, minute), minute)}</span>
      </div>
      {refusal !== null && (
        <div className="flex flex-wrap items-center gap-x-3 pl-12">
          <p className="text-row text-amber">{t("refusedBelow")}</p>
          <Button look="text" className="-ml-4" onClick={onMend}>
            {t("look")}
          </Button>
        </div>
      )}
    </li>
  );
}
