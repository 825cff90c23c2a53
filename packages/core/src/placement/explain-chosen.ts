import { runOf } from "./finding";
import { nextRun } from "./findings";
import type { Facts } from "./facts";
import { loadsFrom } from "./rules";
import type { Judgement } from "./standing";
import type { Reason, RejectedDay } from "./types";

/** A run further away than this is no reason for a day. Our own choice, it only shortens the text. */
const MENTION_HOURS = 72;

/** What beside the place itself gives reasons. */
export interface ChosenContext {
  readonly facts: Facts;
  readonly rejected: readonly RejectedDay[];
  /** True when it stands on last week's day. */
  readonly keepsDay: boolean;
  /** Why the week asks for less than A and B. */
  readonly askedBy: Reason | null;
}

/** Why the session stands where it stands: what the week asks, what it breaks (only a given place does), what speaks for it, what it costs. */
export function explainChosen(judgement: Judgement, context: ChosenContext): readonly Reason[] {
  const { candidate, findings } = judgement;
  const { rejected, keepsDay, askedBy } = context;
  const byHand: readonly Reason[] = candidate.given?.movedByHand ? [{ rule: "fixed", code: "byHand" }] : [];
  const broken = findings.filter((finding) => finding.hard).map((finding) => finding.reason);
  const favours = findings.filter((finding) => finding.penalty < 0).map((finding) => finding.reason);
  const prices = findings.filter((finding) => !finding.hard && finding.penalty > 0).map((finding) => finding.reason);
  const habit: readonly Reason[] =
    keepsDay && rejected.some(({ reason }) => reason.rule === "habit")
      ? [{ rule: "habit", code: "sameAsLastWeek" }]
      : [];
  return [
    ...byHand,
    ...broken,
    ...(askedBy === null ? [] : [askedBy]),
    ...favours,
    ...characterOf(judgement, context.facts, favours.length > 0),
    ...clearances(judgement, context.facts),
    ...prices,
    ...stepOf(judgement),
    ...habit,
  ];
}

function characterOf({ candidate }: Judgement, facts: Facts, hasFavour: boolean): readonly Reason[] {
  const { place } = candidate;
  if (!loadsFrom(place.dose.legLoad.class, "light")) return [{ rule: "C4", code: "coreAnyDay" }];
  const day = facts.days[place.day];
  if (day === undefined) return [];
  const last = day.runs.filter((fact) => fact.end <= place.start).at(-1);
  if (last && !last.isKey && !last.isLong) {
    const isEasy = last.run.kind === "easy" || last.run.kind === "recovery";
    return [{ rule: "C9", code: isEasy ? "afterEasyRun" : "afterRun", run: runOf(last) }];
  }
  const isFree = day.runs.length === 0;
  return isFree && !hasFavour && !day.isRestDay ? [{ rule: "C13", code: "freeDay", date: place.date }] : [];
}

// Hours that suffice, for the next key and the next long run; hours that do not are findings.
function clearances({ candidate, findings }: Judgement, facts: Facts): readonly Reason[] {
  const { place } = candidate;
  const legLoad = place.dose.legLoad.class;
  return facts.rules.beforeRun.flatMap((rule) => {
    if (rule.legs !== legLoad || rule.run === "medium" || rule.hardHours === 0) return [];
    if (findings.some((finding) => finding.reason.rule === rule.id)) return [];
    const next = nextRun(place, rule.run, facts);
    const hours = next ? (next.start - place.end) / 60 : MENTION_HOURS;
    if (next === null || hours >= MENTION_HOURS) return [];
    const code = rule.run === "key" ? "clearOfKey" : "clearOfLong";
    return [{ rule: rule.id, code, run: runOf(next), found: hours, needed: rule.hardHours, legLoad }] as const;
  });
}

function stepOf({ candidate }: Judgement): readonly Reason[] {
  return candidate.place.step === "taken" ? [{ rule: "C16", code: "stepTaken" }] : [];
}
