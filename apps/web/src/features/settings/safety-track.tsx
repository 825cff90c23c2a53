import { Server, Smartphone } from "lucide-react";
import { useTranslations } from "use-intl";
import type { SyncView, WaitingList } from "@/data";
import { RecordMark } from "@/drawing/record-mark";

const MARKS_SHOWN = 3;

interface SafetyTrackProps {
  readonly sync: SyncView;
  readonly waiting: WaitingList["waiting"];
  readonly onServer: number;
}

/** The lane from this phone to the server: what waits on it, and whether it is open. */
export function SafetyTrack({ sync, waiting, onServer }: SafetyTrackProps) {
  const t = useTranslations("settings.safety");
  const open = sync.connection === "live" && sync.online;
  const hasAccount = sync.connection !== "local" && sync.connection !== "accountDeleted";
  const gap = hasAccount ? (sync.connection === "live" ? "noSignal" : "signedOut") : "noServer";
  return (
    <div className="mt-5 border-b-[1.5px] border-ink pb-4">
      <div className="flex items-center gap-3" aria-hidden="true">
        <Smartphone size={34} strokeWidth={1.9} className="shrink-0" />
        <div className="relative flex h-10 grow items-center border-y border-rule">
          <span className="absolute inset-x-0 top-1/2 border-t-2 border-dotted border-line" />
          <span className="relative flex items-center gap-2 pl-3">
            {waiting.slice(0, MARKS_SHOWN).map(({ id, record }) => (
              <span key={id} className="flex h-7 items-center bg-paper px-0.5">
                <RecordMark record={record} />
              </span>
            ))}
          </span>
          {!open && (
            <span className="absolute right-[22%] flex h-7 items-center gap-1.5 bg-paper px-1">
              <span className="h-6 w-[3px] rounded-full bg-ink" />
              <span className="h-6 w-[3px] rounded-full bg-ink" />
            </span>
          )}
        </div>
        <Server size={34} strokeWidth={1.9} className="shrink-0" />
      </div>
      <div className="mt-2 flex justify-between gap-3 text-caption text-ink2">
        <span>{t("phone")}</span>
        <span className="grow text-right">{open ? t("open") : t(gap)}</span>
        {hasAccount && <span>{t("server", { count: onServer })}</span>}
      </div>
    </div>
  );
}
