import { addDays, type LocalDate } from "@legwork/core/calendar";
import type { HealthFields, RecordId } from "@legwork/core/record";
import { worstReport, type PainReport } from "@legwork/core/safety";

/** Pain of yesterday's session that the runner is asked about this morning. */
export interface Morning {
  /** Of the health record. */
  readonly id: RecordId;
  /** Of the session. */
  readonly about: RecordId;
  readonly report: PainReport;
}

interface MorningInput {
  readonly today: LocalDate;
  readonly health: readonly { readonly id: RecordId; readonly fields: HealthFields }[];
  /** Log ids of sessions; pain of a run is not asked about. */
  readonly sessions: readonly RecordId[];
}

/** The session of yesterday with the worst pain of 1 or more that has no answer yet; null when there is none. */
export function morningOf({ today, health, sessions }: MorningInput): Morning | null {
  const yesterday = addDays(today, -1);
  const open = health.flatMap(({ id, fields }) => {
    const { about, date, morningPain, morningWorse } = fields;
    if (about === undefined || date !== yesterday || !sessions.includes(about)) return [];
    if (morningPain !== undefined || morningWorse !== undefined) return [];
    const report = worstReport(fields);
    return report.level >= 1 ? [{ id, about, report }] : [];
  });
  return open.toSorted((one, other) => other.report.level - one.report.level)[0] ?? null;
}
