import { ArrowRight } from "lucide-react";
import type { LibrarySession } from "@legwork/core/session-library";
import { useTranslations } from "use-intl";
import { useSafety, useToday, type LibraryCheck } from "@/data";
import { BlockedStart } from "@/shell/blocked-start";
import { Button } from "@/ui/button";
import type { PlannedToday } from "./today-facts";
import { useStart } from "./use-start";

interface WaysToStartProps {
  readonly session: LibrarySession;
  /** Null when the rules could not be asked. */
  readonly check: LibraryCheck | null;
  /** The planned session that it can replace; null when there is none. */
  readonly replaced: PlannedToday | null;
}

/** The ways to begin a session; none while an answer about health waits for somebody's word. */
export function WaysToStart({ session, check, replaced }: WaysToStartProps) {
  const t = useTranslations("libraryPage.sheet");
  const programme = useTranslations("programme");
  const { starting, start } = useStart();
  const { status, screening, limits } = useSafety();
  const today = useToday();
  const icon = <ArrowRight size={22} strokeWidth={1.75} aria-hidden="true" />;
  const isBlocked = (replaced === null ? check?.beside : check?.inPlace)?.status === "blocked";
  const first = {
    wide: true,
    look: isBlocked ? "quiet" : "primary",
    iconAfter: icon,
    disabled: starting || status === "loading",
  } as const;
  if (limits.blocked) return <BlockedStart screening={screening} today={today} />;
  if (replaced === null)
    return (
      <Button {...first} onClick={() => void start(session, null)}>
        {isBlocked ? t("startAnyway") : t("start")}
      </Button>
    );
  return (
    <div className="grid gap-2">
      <Button {...first} onClick={() => void start(session, replaced)}>
        {t("inPlaceOf", { name: programme(`session.${replaced.session.kind}.name`) })}
      </Button>
      <Button wide look="text" disabled={first.disabled} onClick={() => void start(session, null)}>
        {t("startBeside")}
      </Button>
    </div>
  );
}
