// Runs in the page: the sample week with a pair of dumbbells, beginning today, as the questions of the start leave it, by their own code.
import { localDateAt } from "@legwork/core/calendar";
import { SAMPLE_WEEK } from "@legwork/core/run";
import { phoneZone } from "@/data";
import { writeNow } from "@/data/write-now";
import { answer, NO_ANSWERS, type Answer } from "@/features/onboarding/answers";
import { startWrites } from "@/features/onboarding/start-records";
import { openLocalDb } from "@/local-db";

/** Resolves when it is on the disk. */
export async function writeSampleWeek(): Promise<void> {
  const zone = phoneZone();
  const today = localDateAt(Date.now(), zone);
  const said: readonly Answer[] = [
    { kind: "templateChosen", template: SAMPLE_WEEK },
    { kind: "kitChosen", kit: "dumbbells" },
    { kind: "noSymptoms" },
    { kind: "birthYearGiven", year: 1988 },
    { kind: "limitsChanged", change: { startDate: today } },
  ];
  const db = openLocalDb();
  await writeNow(db, startWrites({ answers: said.reduce(answer, NO_ANSWERS), today, zone }));
  db.close();
}
