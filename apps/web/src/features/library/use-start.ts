import { useRouter } from "next/navigation";
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

/** Begins a session of the library and opens its logger: beside the plan, or in place of a planned session. */
export function useStart(): (session: LibrarySession, inPlaceOf: PlannedToday | null) => Promise<void> {
  const write = useWriteRecord();
  const today = useToday();
  const router = useRouter();
  const t = useTranslations("libraryPage.sheet");
  return async ({ prescription }, inPlaceOf) => {
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
      showToast(t("failed"));
      return;
    }
    void askToKeepStorage();
    router.push(`/session?id=${id}`);
  };
}
