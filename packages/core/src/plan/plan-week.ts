import { addDays, hoursBetween, type ClockTime } from "../calendar";
import { protectedStretches, type PlacedSession, type ProtectedStretch } from "../placement";
import { isReducedWeek, phaseOf, type Prescription } from "../programme";
import { sessionLogId } from "../record";
import { DEFAULT_RUN_TIME } from "../run";
import { agreedSession, doseOf, exposuresOf } from "./asked-session";
import type { PlacedSlots } from "./place-slots";
import { toPlannedRun } from "./plan-runs";
import { prescriptionNow } from "./prescription-now";
import { sessionState } from "./session-state";
import { askAgreed, isAgreed, judgedPrescription, type SlotFacts } from "./slot-facts";
import type { PlanSession, PlanWeek } from "./types";
import { askedThisWeek, type WeekSituation } from "./week-situation";

/** One week of the plan, its sessions placed. */
export function planWeek(situation: WeekSituation, { sessions, shortfall }: PlacedSlots): PlanWeek {
  const { today, week, monday, runs, asked } = situation;
  const slots = situation.slots.get(monday) ?? [];
  const open = sessions.filter(({ slot }) => (slots.find((each) => each.slot === slot)?.log ?? null) === null);
  return {
    monday,
    week,
    programmeWeek: asked.week,
    phase: phaseOf(asked.week),
    reduced: isReducedWeek(asked.week),
    ask: isAgreed(slots) ? askAgreed(slots) : asked.ask,
    askedBy: asked.askedBy,
    spike: asked.spike,
    runs: runs.get(monday) ?? [],
    sessions: sessions.map((placed) =>
      planSession(situation, { placed, slots, after: Math.max(0, open.indexOf(placed)) }),
    ),
    shortfall,
    protectedStretches: stretchesInto(situation),
    toAgree: monday <= today && !isAgreed(slots) ? sessions.map(({ slot }) => slot) : [],
  };
}

interface Planning {
  readonly placed: PlacedSession;
  readonly slots: readonly SlotFacts[];
  /** Open sessions of the week before it. */
  readonly after: number;
}

function planSession(situation: WeekSituation, { placed, slots, after }: Planning): PlanSession {
  const { facts, today, week, monday } = situation;
  const slot = slots.find((each) => each.slot === placed.slot);
  const { agreed = null, move = null, skip = null, log = null } = slot ?? {};
  const now = prescriptionNow(situation, { placed, agreed: agreed?.prescription ?? null, log, after });
  const asked = (log === null ? null : judgedPrescription({ agreed, log })) ?? now;
  const expected = move?.date ?? agreed?.date ?? placed.date;
  return {
    ...placed,
    ...doseNow(situation, { placed, now, agreed: agreed?.prescription ?? null }),
    id: sessionLogId(facts.runner, monday, placed.slot),
    week,
    prescription: now,
    state: sessionState({ log, skip, asked, expected, agreedOn: agreed?.date ?? null, monday, today }),
    movedByHand: move !== null,
    sets: log?.sets ?? {},
    ...(log === null && monday <= today && today < addDays(monday, 7)
      ? { instead: insteadOf(situation, { ...placed, after }) }
      : {}),
  };
}

function insteadOf(
  situation: WeekSituation,
  place: PlacedSession & { readonly after: number },
): NonNullable<PlanSession["instead"]> {
  const of = (kind: "L" | "C" | "V") => askedThisWeek(situation, kind, place).prescription;
  return { L: of("L"), C: of("C"), V: of("V") };
}

// What was agreed has its minutes and leg load; what adaptation made of it since has its own.
function doseNow(
  { carried }: WeekSituation,
  {
    placed,
    now,
    agreed,
  }: { readonly placed: PlacedSession; readonly now: Prescription; readonly agreed: Prescription | null },
): Pick<PlacedSession, "minutes" | "legLoad"> {
  if (agreed === null || agreed === now) return { minutes: placed.minutes, legLoad: placed.legLoad };
  return doseOf(agreedSession(now), { exposures: exposuresOf(now.kind, carried.exposures) });
}

/** The stretches before this week's runs, and those before next week's that begin in this one. */
function stretchesInto({ monday, runs, facts }: WeekSituation): readonly ProtectedStretch[] {
  const nextMonday = addDays(monday, 7);
  const both = [monday, nextMonday].flatMap((each) => runs.get(each) ?? []).map(toPlannedRun);
  const weekEnd = { date: nextMonday, time: "00:00" as ClockTime };
  return protectedStretches(both, null, facts.settings).filter(({ run, hours }) => {
    const start = { date: run.date, time: run.startTime ?? DEFAULT_RUN_TIME };
    return hoursBetween(weekEnd, start) < hours;
  });
}
