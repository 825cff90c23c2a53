import { addDays, mondayOf, type ClockTime, type LocalDate } from "@legwork/core/calendar";
import type { Kit } from "@legwork/core/exercise";
import { agreedPatch, derivePlan, type PlanRecord, type PlanSession } from "@legwork/core/plan";
import {
  applyPatch,
  makeBody,
  programmeId,
  runFeelId,
  runLogId,
  runPlanId,
  settingsId,
  weekPlanId,
  type Body,
  type FieldsByKind,
  type RecordId,
  type RecordKind,
  type RunnerId,
} from "@legwork/core/record";
import { runsOfWeek, type PlannedRun, type WeeklyRun } from "@legwork/core/run";
import type { Random } from "./random";
import { isMorningRun, logFeel, logRun, planRuns } from "./simulate-runs";
import { logSession } from "./simulate-session";
import { STORIES, type Fate, type StoryName } from "./stories";

export interface RunnerToSimulate {
  readonly runner: RunnerId;
  readonly name: string;
  readonly story: StoryName;
  readonly zone: string;
  readonly today: LocalDate;
}

/** Weeks of runs logged before the start: what run feel is compared with later. */
const WEEKS_BEFORE = 3;
/** An ill week and the one after it. Invented. */
const RUNS_RUN_ILL = 0.2;
const VOLUME_AFTER_ILLNESS = 0.7;
const FEEL_AROUND_ILLNESS = 1.9;

/** The records of one runner who lived through their story up to `today`, in the order in which they were made. */
export function simulateRunner(asked: RunnerToSimulate, random: Random): readonly PlanRecord[] {
  const life = beginLife(asked, random);
  for (let week = 1 - WEEKS_BEFORE; ; week += 1) {
    const monday = addDays(life.firstMonday, 7 * (week - 1));
    if (monday > asked.today) break;
    if (week >= 1) trainWeek(life, week, monday);
    runWeek(life, week, monday);
  }
  return [...life.records.values()];
}

interface Life extends RunnerToSimulate {
  readonly random: Random;
  readonly illWeek: number | null;
  readonly kit: Kit;
  readonly firstLoadKg: number;
  readonly easyPace: number;
  readonly firstMonday: LocalDate;
  readonly weeklyRuns: readonly WeeklyRun[];
  readonly records: Map<RecordId, PlanRecord>;
}

function beginLife(asked: RunnerToSimulate, random: Random): Life {
  const { runner, name, story, zone, today } = asked;
  const weeksAgo = random.between(...STORIES[story].weeksAgo);
  const firstMonday = addDays(mondayOf(today), -7 * weeksAgo);
  const kit = random.pick<Kit>(["none", "band", "dumbbells", "dumbbells", "dumbbells", "gym"]);
  const runs = planRuns(random);
  const life: Life = {
    ...asked,
    random,
    kit,
    firstMonday,
    illWeek: STORIES[story].illWeek?.(random.next()) ?? null,
    firstLoadKg: random.between(6, 14),
    easyPace: 5 + random.next() * 1.75,
    weeklyRuns: Object.entries(runs).map(([id, run]) => ({ id, km: null, ...run, startTime: run.startTime ?? null })),
    records: new Map(),
  };
  write(life, "settings", { id: settingsId(runner), fields: { name, language: "en" } });
  write(life, "programme", {
    id: programmeId(runner),
    fields: {
      startDate: firstMonday,
      zone,
      kit,
      strengthTime: random.pick(["06:30", "12:15", "18:00", "18:30", "19:30", "20:00"]) as ClockTime,
      lockedDays: {},
      ...(random.happens(0.3) ? { maxMinutes: random.pick([25, 30, 35]) } : {}),
    },
  });
  write(life, "run_plan", { id: runPlanId(runner), fields: { runs } });
  return life;
}

function trainWeek(life: Life, week: number, monday: LocalDate): void {
  const { runner, today, random, story } = life;
  const plan = derivePlan({ runner, records: [...life.records.values()], today: monday });
  const planned = plan?.weeks[plan.currentWeek];
  if (!planned) return;
  const fates = planned.sessions.map((session): { readonly session: PlanSession; readonly fate: Fate } => ({
    session,
    fate: week === life.illWeek ? "illness" : STORIES[story].fate({ week, slot: session.slot }, random),
  }));
  const skips = fates
    .filter(({ fate }) => fate === "illness")
    .map(({ session }) => [`skips/${session.slot}`, "illness"]);
  const decisions: Body = applyPatch(agreedPatch(planned), Object.fromEntries(skips));
  keep(life, "week_plan", { id: weekPlanId(runner, monday), body: decisions });

  for (const { session, fate } of fates) {
    if (fate === "missed" || fate === "illness") continue;
    const date = fate === "otherDay" ? otherDay(session, random) : session.date;
    if (date >= today) continue;
    const { kit, firstLoadKg } = life;
    const fields = logSession({ session, monday, date, fate, kit, firstLoadKg }, random);
    write(life, "session_log", { id: session.id, fields });
  }
}

/** A later day of the week that the rules allow with the other session where it stands. */
function otherDay(session: PlanSession, random: Random): LocalDate {
  const allowed = session.rejected
    .filter(({ date, status }) => status !== "blocked" && date > session.date)
    .map(({ date }) => date);
  return random.pick([allowed[0] ?? session.date, ...allowed]);
}

function runWeek(life: Life, week: number, monday: LocalDate): void {
  const { runner, random, easyPace, today } = life;
  const { volume, runsRun, feel } = STORIES[life.story];
  const [isIll, isBackAgain] = [week === life.illWeek, week - 1 === life.illWeek];
  for (const planned of runsOfWeek(life.weeklyRuns, monday)) {
    if (!hasBeenRun(planned, today) || !random.happens(isIll ? RUNS_RUN_ILL : runsRun)) continue;
    const run = runLogId(runner, planned.id);
    const fields = logRun(
      { planned, volume: isBackAgain ? VOLUME_AFTER_ILLNESS : volume(week), easyPace, isIll },
      random,
    );
    write(life, "run_log", { id: run, fields });
    const mean = isIll || isBackAgain ? FEEL_AROUND_ILLNESS : feel(week);
    write(life, "run_feel", { id: runFeelId(runner, run), fields: logFeel({ run, date: fields.date, mean }, random) });
  }
}

function hasBeenRun(planned: PlannedRun, today: LocalDate): boolean {
  return planned.date < today || (planned.date === today && isMorningRun(planned));
}

function write<Kind extends RecordKind>(
  life: Life,
  kind: Kind,
  { id, fields }: { readonly id: RecordId; readonly fields: FieldsByKind[Kind] },
): void {
  keep(life, kind, { id, body: makeBody(kind, fields) });
}

function keep(life: Life, kind: RecordKind, { id, body }: { readonly id: RecordId; readonly body: Body }): void {
  life.records.set(id, { id, kind, body, deleted: false });
}
