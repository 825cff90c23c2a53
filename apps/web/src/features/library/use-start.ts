import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { v4 as randomId } from "uuid";
import { mondayOf } from "@legwork/core/calendar";
import type { RecordId } from "@legwork/core/record";
import type { LibrarySession } from "@legwork/core/session-library";
import { useToday, useWriteRecord } from "@/data";
import { unlockSound } from "@/platform/alarm";
import { askToKeepStorage } from "@/platform/storage";
import { showToast } from "@/ui/toast";
import type { PlannedToday } from "./today-facts";

interface Start {
  /** True from the first tap on: a second one begins nothing. */
  readonly starting: boolean;
  /** Begins a session and opens its logger: beside the plan, or in place of a planned session. */
  readonly start: (session: LibrarySession, inPlaceOf: PlannedToday | null) => Promise<void>;
}

/** Beginning a session of the library. */
export function useStart(): Start {
  const write = useWriteRecord();
  const today = useToday();
  const router = useRouter();
  const t = useTranslations("libraryPage.sheet");
  const [starting, setStarting] = useState(false);

  async function start({ prescription }: LibrarySession, inPlaceOf: PlannedToday | null) {
    if (starting) return;
    setStarting(true);
    unlockSound();
    const id = inPlaceOf?.session.id ?? (randomId() as RecordId);
    const place =
      inPlaceOf === null
        ? { monday: mondayOf(today) }
        : { monday: inPlaceOf.week.monday, slot: inPlaceOf.session.slot };
    try {
      await write({
        id,
        kind: "session_log",
        fields: {
          ...place,
          kind: prescription.kind,
          prescription,
          date: today,
          startedAt: new Date().toISOString(),
          mode: "superset",
          sets: {},
          rir: {},
        },
      });
    } catch {
      setStarting(false);
      showToast(t("failed"));
      return;
    }
    void askToKeepStorage();
    router.push(`/session?id=${id}`);
  }

  return { starting, start };
}
