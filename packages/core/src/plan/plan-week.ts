import { addDays, hoursBetween, type ClockTime } from "../calendar";
import { protectedStretches, type PlacedSession, type ProtectedStretch } from "../placement";
import { isReducedWeek, phaseOf } from "../programme";
import { sessionLogId } from "../record";
import { DEFAULT_RUN_TIME } from "../run";
import type { PlacedSlots } from "./place-slots";
import { toPlannedRun } from "./plan-runs";
import { sessionState } from "./session-state";
import { askAgreed, isAgreed, prescriptionOf, type SlotFacts } from "./slot-facts";
import type { PlanSession, PlanWeek } from "./types";
import { askedThisWeek, type WeekSituation } from "./week-situation";

/** One week of the plan, its sessions placed. */
export function planWeek(situation: WeekSituation, { sessions, shortfall }: PlacedSlots): PlanWeek {
  const { today, week, monday, runs, asked } = situation;
  const slots = situation.slots.get(monday) ?? [];
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
    sessions: sessions.map((placed) => planSession(situation, placed, slots)),
    shortfall,
    protectedStretches: stretchesInto(situation),
    toAgree: monday <= today && !isAgreed(slots) ? sessions.map(({ slot }) => slot) : [],
  };
}

function planSession(situation: WeekSituation, placed: PlacedSession, slots: readonly SlotFacts[]): PlanSession {
  const { facts, today, week, monday } = situation;
  const slot = slots.find((each) => each.slot === placed.slot);
  const { agreed = null, move = null, skip = null, log = null } = slot ?? {};
  const asked = (slot && prescriptionOf(slot)) ?? askedThisWeek(situation, placed.kind, placed).prescription;
  const expected = move?.date ?? agreed?.date ?? placed.date;
  return {
    ...placed,
    id: sessionLogId(facts.runner, monday, placed.slot),
    week,
    prescription: log?.prescription ?? asked,
    state: sessionState({ log, skip, asked, expected, agreedOn: agreed?.date ?? null, monday, today }),
    movedByHand: move !== null,
    sets: log?.sets ?? {},
  };
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
