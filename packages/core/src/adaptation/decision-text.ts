import { exerciseFacts, rungOf, type ExerciseId } from "../exercise";
import type { Translate } from "../placement";
import { isLegPattern } from "./sore-areas";
import type { Decision, Evidence, ExerciseChange, ExerciseDecision } from "./types";
import { weekHeadline, weekWhy } from "./week-text";

/** A decision in words. */
export interface DecisionText {
  /** What changes, without the exercise's name and without a full stop: `10 reps instead of 8`. */
  readonly headline: string;
  /** Why, with the figures; one sentence or more. */
  readonly why: string;
}

/** What a decision changes, and why, in the reader's language; a new rung is named by `exercise.<id>.name`. */
export function decisionText(decision: Decision, translate: Translate): DecisionText {
  if (decision.about === "week")
    return { headline: weekHeadline(decision, translate), why: weekWhy(decision, translate) };
  return { headline: headlineOf(decision, translate), why: whyOf(decision, translate) };
}

/** A limit of the table for pain that counts as calm, 0–10. EX */
const CALM_PAIN_MAX = 2;
/** From these on the table reads pain by its level alone; below, by what else was said. EX */
const STOP_FROM = 6;
const EASE_FROM = 4;
const SORE_FROM = 5;

function headlineOf({ change, held, pattern, exercise }: ExerciseDecision, translate: Translate): string {
  const say: Translate = (key, values) => translate(`adaptation.change.${key}`, values);
  if (change === null) return say(held === null ? "none" : "waits");
  switch (change.kind) {
    case "amount":
      return say("amount", { from: change.from, to: change.to, unit: exerciseFacts(exercise).unit });
    case "load":
      return change.from === null
        ? say("firstLoad", { to: change.to / 1000 })
        : say("load", { from: change.from / 1000, to: change.to / 1000 });
    case "tempo":
      return say(change.to === 1 ? "slower" : "pause");
    case "rung":
      return say(isUp(change) ? "rungUp" : "rungDown", { exercise: nameOf(change.to, translate) });
    case "sets":
      return say("sets");
    case "ease":
      return say(change.fewerReps ? "easeFewer" : "ease", { by: change.by });
    case "out":
      return say(isLegPattern(pattern) ? "out" : "easierAfterStop");
    default:
      return change satisfies never;
  }
}

function isUp({ from, to }: Extract<ExerciseChange, { kind: "rung" }>): boolean {
  return (rungOf(to) ?? 0) > (rungOf(from) ?? 0);
}

function nameOf(exercise: ExerciseId, translate: Translate): string {
  return translate(`exercise.${exercise}.name`);
}

function whyOf(decision: ExerciseDecision, translate: Translate): string {
  const { held } = decision;
  const sentences = sentencesOf(decision, (key, values) => translate(`adaptation.why.${key}`, values));
  return (held === null ? sentences : [...sentences, translate(`adaptation.held.${held}`)]).join(" ");
}

function sentencesOf(decision: ExerciseDecision, say: Translate): readonly string[] {
  const evidence = decision.evidence.at(-1);
  if (evidence === undefined) return [say("stays")];
  const pain = evidence.pain ?? 0;
  switch (decision.rule) {
    case "AD1": {
      const noted = pain >= STOP_FROM ? say("painLevel", { pain }) : say("painSign");
      return isLegPattern(decision.pattern) ? [noted, say("legsBack")] : [noted];
    }
    case "AD2":
      return [say(pain >= EASE_FROM ? "painLevel" : "morningWorse", { pain }), ...easeSentence(decision, say)];
    case "AD3":
      return [say("painHolds", { pain })];
    case "AD4":
      return decision.evidence.length > 1
        ? [shortSentence(decision, evidence, say), say("again")]
        : [shortSentence(decision, evidence, say)];
    case "AD5":
      return [soreSentence(evidence, say)];
    case "AD6":
      return [goodSentence(decision, evidence, say)];
    case "AD7":
      return [holdSentence(decision, evidence, say)];
    default:
      return decision.rule satisfies never;
  }
}

function easeSentence({ change }: ExerciseDecision, say: Translate): readonly string[] {
  if (change?.kind !== "ease") return [];
  return [say(change.fewerReps ? "easeFewerUntil" : "easeUntil", { by: change.by, most: CALM_PAIN_MAX })];
}

// In the order in which the table asks.
function shortSentence({ exercise }: ExerciseDecision, evidence: Evidence, say: Translate): string {
  const { sets, range, rir, rirAsked, form } = evidence;
  const [least] = range ?? [0];
  const below = sets.filter(({ amount }) => amount < least).length;
  if (below >= 2 || (below === 1 && sets.length === 1))
    return say("low", { below, sets: sets.length, least, unit: exerciseFacts(exercise).unit });
  return form ? say("form") : say("harder", { rir: rir ?? 0, asked: rirAsked ?? 0 });
}

function soreSentence({ soreness, sorest }: Evidence, say: Translate): string {
  const area = sorest ?? "other";
  return soreness !== null && soreness >= SORE_FROM ? say("sore", { area, soreness }) : say("stillSore", { area });
}

function goodSentence({ exercise, evidence: all }: ExerciseDecision, evidence: Evidence, say: Translate): string {
  if (all.length > 1) return say("twiceAtTop");
  const { sets, range, rir, rirAsked } = evidence;
  const top = range?.[1] ?? Math.min(...sets.map(({ amount }) => amount));
  return say("clearlyEasy", { top, rir: rir ?? 0, asked: rirAsked ?? 0, unit: exerciseFacts(exercise).unit });
}

function holdSentence(decision: ExerciseDecision, evidence: Evidence, say: Translate): string {
  if (evidence.sets.length === 0 || evidence.rir === null) return say("notTold");
  return decision.held === null ? say("stays") : goodSentence(decision, evidence, say);
}
