import { useQuery } from "@tanstack/react-query";
import type { PlanSession, PlanWeek } from "@legwork/core/plan";
import type { SessionLogFields } from "@legwork/core/record";
import { useRecords, useToday, useWriteRecord } from "@/data";

/** The ways out of today's session that are written at once: the short version, and "I did it". */
export function useQuickSession(week: PlanWeek, session: PlanSession) {
  const write = useWriteRecord();
  const today = useToday();
  const kit = useRecords("programme").value[0]?.fields.kit ?? null;
  const programmeWeek = session.prescription.week;
  const own = session.instead?.V ?? null;
  const short =
    useQuery({
      queryKey: ["shortVersion", programmeWeek, kit, own],
      queryFn: async () =>
        kit === null ? null : (await import("./short-version")).shortVersion({ own, week: programmeWeek, kit }),
    }).data ?? null;

  const begin = (fields: Pick<SessionLogFields, "kind" | "prescription"> & Partial<SessionLogFields>) =>
    write({
      id: session.id,
      kind: "session_log",
      fields: {
        monday: week.monday,
        slot: session.slot,
        date: today,
        startedAt: new Date().toISOString(),
        mode: "superset",
        sets: {},
        rir: {},
        ...fields,
      },
    });

  return {
    /** Null until the kit is read. */
    short,
    async beginShort() {
      if (short !== null) await begin({ kind: "V", prescription: short.prescription });
    },
    /** Resolves with the way back. */
    async tick() {
      await begin({
        kind: session.kind,
        prescription: session.prescription,
        ending: "ticked",
        finishedAt: new Date().toISOString(),
      });
      return () => void write({ id: session.id, kind: "session_log", patch: {}, del: true });
    },
  };
}
