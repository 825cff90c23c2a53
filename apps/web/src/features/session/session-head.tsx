import { ChevronDown, Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/button";
import { secondsLeft, type SessionLog } from "./flow";

const MINUTE_MS = 60_000;
/** A session that was left open is not "26 hours long": beyond this its clock says nothing. Our own number. */
const CLOCK_UNTIL_MS = 3 * 60 * MINUTE_MS;

/** Down to leave (nothing is lost by it), the clock, and everything else behind three dots. */
export function SessionHead({ log, startedAt, onMenu }: { log: SessionLog; startedAt: string; onMenu: () => void }) {
  const t = useTranslations("session.head");
  const router = useRouter();
  const elapsedMs = useElapsed(startedAt);
  return (
    <div className="-mx-3 flex h-12 items-center justify-between pt-1">
      <IconButton label={t("leave")} onClick={() => router.push("/")}>
        <ChevronDown size={26} strokeWidth={1.9} aria-hidden="true" />
      </IconButton>
      <p className="flex items-baseline gap-2 text-row">
        {elapsedMs < CLOCK_UNTIL_MS && <span className="font-strong">{minutesAndSeconds(elapsedMs)}</span>}
        <span className="text-ink2">{t("left", { minutes: Math.max(1, Math.round(secondsLeft(log) / 60)) })}</span>
      </p>
      <IconButton label={t("more")} onClick={onMenu}>
        <Ellipsis size={26} strokeWidth={2.25} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function useElapsed(startedAt: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - Date.parse(startedAt));
}

function minutesAndSeconds(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
