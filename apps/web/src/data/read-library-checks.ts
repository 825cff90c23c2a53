import { localMomentAt } from "@legwork/core/calendar";
import { extraJudge } from "@legwork/core/plan";
import { isMobility, type Slot } from "@legwork/core/programme";
import { healthId, programmeId, readBody, type Json, type RunnerId } from "@legwork/core/record";
import { sessionLibrary } from "@legwork/core/session-library";
import type { LocalDb, StoredRecord } from "@/local-db";
import type { LibraryChecks } from "./library-checks";
import { readPlanRecords } from "./open-plan";

const NOTHING: LibraryChecks = { kit: null, keepsFromSprings: false, checks: new Map() };

/** Safety questions whose yes keeps hops and jumps out of a session. Expert practice. */
const NO_SPRINGS = ["bonesAndJoints", "pregnancy", "lowEnergy"] as const;

/** What the rules say to every session of the library at `epochMs`, by the clock of the programme's zone. */
export async function readLibraryChecks(db: LocalDb, epochMs: number, inPlaceOf: Slot | null): Promise<LibraryChecks> {
  const { runner, records } = await readPlanRecords(db);
  const programme = records.find(({ id }) => id === programmeId(runner));
  const reading = programme === undefined ? null : readBody("programme", programme.body);
  if (reading === null || !reading.ok) return NOTHING;
  const { kit, zone } = reading.fields;
  const now = localMomentAt(new Date(epochMs).toISOString(), zone);
  if (now === null) return { ...NOTHING, kit };
  const beside = extraJudge({ runner, records, now, inPlaceOf: null });
  const inPlace = inPlaceOf === null ? null : extraJudge({ runner, records, now, inPlaceOf });
  if (beside === null) return { ...NOTHING, kit };
  const checks = sessionLibrary().map(({ id, prescription, minutes, legLoad, kit: needed }) => {
    const is = isMobility(prescription) ? "mobility" : "strength";
    const extra = { kind: prescription.kind, dose: { minutes, legLoad }, kit: needed, is } as const;
    return [id, { beside: beside(extra), inPlace: inPlace === null ? null : inPlace(extra) }] as const;
  });
  return { kit, keepsFromSprings: keepsFromSprings(records, runner), checks: new Map(checks) };
}

function keepsFromSprings(records: readonly StoredRecord[], runner: RunnerId): boolean {
  const screening = records.find(({ id }) => id === healthId(runner, "screening"))?.body["screening"];
  const answers = isMap(screening) ? screening["answers"] : null;
  return isMap(answers) && NO_SPRINGS.some((question) => answers[question] === true);
}

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
