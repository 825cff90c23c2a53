import type { LocalDate } from "../calendar";
import { asksBoneQuestions, isBoneWarning, type BoneQuestion } from "./bone-warning";
import { EASE_LOAD_PERCENT, nextTimeAfter, painAction, type Morning, type PainAction, type PainReport } from "./pain";
import { isRepeatedPain, REPEATED_PAIN, type PainOnDay } from "./repeated-pain";

/** One sentence to the runner: the rule it stands on, its message and what the message is given. */
export interface Advice {
  readonly rule: "SAFE7" | "SAFE8" | "SAFE9" | "SAFE10";
  /** `safety.pain.stopExercise`. */
  readonly key: string;
  readonly values: Readonly<Record<string, number>>;
}

export interface PainSituation {
  readonly report: PainReport;
  readonly today: LocalDate;
  /** Other sessions and runs, this one left out. */
  readonly before: readonly PainOnDay[];
  /** The bone questions answered with yes; null when they were not answered. */
  readonly bone: readonly BoneQuestion[] | null;
}

/** What to do about a pain during a session. A bone warning ends it however mild the pain is: nobody trains through that. EX */
export function sessionAction({ report, bone }: Pick<PainSituation, "report" | "bone">): PainAction {
  return bone !== null && isBoneWarning(bone) ? "stopSession" : painAction(report);
}

/** What to say about a pain during a session, the most urgent first. */
export function painAdvice({ report, today, before, bone }: PainSituation): readonly Advice[] {
  const repeated = isRepeatedPain([...before, { date: today, level: report.level }], today);
  return [
    ...(bone !== null && isBoneWarning(bone) ? [advice("SAFE10", "boneWarning")] : []),
    advice("SAFE7", sessionAction({ report, bone })),
    ...(repeated && report.level >= REPEATED_PAIN.from ? [repeatedAdvice()] : []),
    ...(bone === null && asksBoneQuestions(report) ? [advice("SAFE10", "askBone")] : []),
  ];
}

export interface MorningSituation {
  /** The worst of yesterday's session. */
  readonly report: PainReport;
  readonly morning: Morning;
  readonly today: LocalDate;
  /** Other sessions and runs, yesterday's left out. */
  readonly before: readonly PainOnDay[];
}

/** What to say on the morning after. */
export function morningAdvice({ report, morning, today, before }: MorningSituation): readonly Advice[] {
  const next = nextTimeAfter(report, morning);
  const level = Math.max(report.level, morning.pain ?? 0);
  const repeated = level >= REPEATED_PAIN.from && isRepeatedPain([...before, { date: today, level }], today);
  return [
    advice("SAFE8", `next.${next}`, next === "ease" ? { percent: EASE_LOAD_PERCENT } : {}),
    ...(repeated ? [repeatedAdvice()] : []),
  ];
}

function repeatedAdvice(): Advice {
  return advice("SAFE9", "repeated", {
    level: REPEATED_PAIN.from,
    times: REPEATED_PAIN.times,
    days: REPEATED_PAIN.withinDays,
  });
}

function advice(rule: Advice["rule"], key: string, values: Advice["values"] = {}): Advice {
  return { rule, key: `safety.pain.${key}`, values };
}
