import { localMomentAt } from "@legwork/core/calendar";
import { proposeMoves, type ProposedMove } from "@legwork/core/plan";
import { programmeId } from "@legwork/core/record";
import type { LocalDb } from "@/local-db";
import { readPlanRecords } from "./open-plan";

/** What to move in the running week, by the clock of the programme's zone at `epochMs`. */
export async function readProposals(db: LocalDb, epochMs: number): Promise<readonly ProposedMove[]> {
  const { runner, records } = await readPlanRecords(db);
  const zone = records.find(({ id }) => id === programmeId(runner))?.body["zone"];
  const now = typeof zone === "string" ? localMomentAt(new Date(epochMs).toISOString(), zone) : null;
  return now === null ? [] : proposeMoves({ runner, records, now });
}
