import { weekdayOf, type LocalDate } from "../calendar";
import { exerciseFacts } from "../exercise";
import type { Translate } from "../placement";
import type { Decision, Evidence, ExerciseDecision, WeekDecision } from "./types";

/** What a decision rests on, a line each: `Thu 3 Dec: 10, 10, 10 reps of 8–10, 4 to spare (3 asked)`. */
export function evidenceText(decision: Decision, translate: Translate): readonly string[] {
  if (decision.about === "week") return weekRows(decision, translate);
  return decision.evidence.map((evidence) => exerciseRow(decision, evidence, translate));
}

/** A day as the words of adaptation write it: `Thu 3 Dec`. */
export function shortDate(date: LocalDate, translate: Translate): string {
  const [, month, day] = date.split("-").map(Number);
  return translate("adaptation.date", {
    weekday: translate(`adaptation.weekday.${weekdayOf(date)}`),
    day: day ?? 1,
    month: translate(`adaptation.month.${month ?? 1}`),
  });
}

function exerciseRow({ exercise }: ExerciseDecision, evidence: Evidence, translate: Translate): string {
  const say: Translate = (key, values) => translate(`adaptation.evidence.${key}`, values);
  const { rir, rirAsked, form, pain, soreness, sorest } = evidence;
  const parts = [
    setsPart(exercise, evidence, say),
    loadPart(evidence, say),
    rir === null ? null : rirAsked === null ? say("rir", { rir }) : say("rirAsked", { rir, asked: rirAsked }),
    form ? say("form") : null,
    pain === null ? null : say("pain", { pain }),
    soreness === null ? null : say("soreness", { soreness, area: sorest ?? "other" }),
  ].filter((part) => part !== null);
  return say("row", { date: shortDate(evidence.date, translate), parts: parts.join(", ") });
}

function setsPart(exercise: ExerciseDecision["exercise"], { sets, range }: Evidence, say: Translate): string {
  if (sets.length === 0) return say("nothing");
  const amounts = sets.map(({ amount }) => amount).join(", ");
  const { unit } = exerciseFacts(exercise);
  if (range === null) return say("plain", { amounts, unit });
  const [least, most] = range;
  return say(least === most ? "exact" : "ranged", { amounts, unit, least, most });
}

function loadPart({ sets }: Evidence, say: Translate): string | null {
  const loads = sets.flatMap(({ loadGrams }) => (loadGrams === null ? [] : [loadGrams / 1000]));
  if (loads.length === 0) return null;
  const least = Math.min(...loads);
  const most = Math.max(...loads);
  return least === most ? say("load", { kg: least }) : say("loads", { least, most });
}

function weekRows({ days, evidence }: WeekDecision, translate: Translate): readonly string[] {
  return evidence.toSorted(byDate).map(({ date, dose }) => {
    const part = days !== null ? "lastLegs" : dose === null || dose === 0 ? "weekMissed" : "weekDone";
    return translate("adaptation.evidence.row", {
      date: shortDate(date, translate),
      parts: translate(`adaptation.evidence.${part}`, { percent: percentOf(dose) }),
    });
  });
}

function byDate(one: { readonly date: LocalDate }, other: { readonly date: LocalDate }): number {
  return one.date < other.date ? -1 : Number(one.date > other.date);
}

/** A share in whole percent, never rounded up to where it would suffice; 0 where none was read. */
export function percentOf(share: number | null): number {
  return share === null ? 0 : Math.floor(share * 100 + 1e-9);
}
