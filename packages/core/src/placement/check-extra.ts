import { minutesIntoDay, type Moment } from "../calendar";
import type { Kit } from "../exercise/pattern";
import type { SessionKind } from "../programme/prescription";
import { candidateAt } from "./candidates";
import { explainChosen } from "./explain-chosen";
import { MINUTES_PER_DAY, readFacts, type DayFacts, type Facts } from "./facts";
import { hard, type Finding } from "./finding";
import { placeAt } from "./place";
import { quietDaysOf, takesLastQuietDay } from "./quiet-days";
import { loadsFrom, RULES } from "./rules";
import type { Judgement } from "./standing";
import type { EarlierSession, Reason, SessionDose, WeekInput } from "./types";

/** The week in which somebody asks for a session of their own choice. */
export interface ExtraWeek extends Pick<
  WeekInput,
  "monday" | "earliest" | "runs" | "timeOff" | "settings" | "ask" | "askedBy"
> {
  /**
   * Every session that is done or will be, in this week and near it: planned ones and those beside the plan. One that is to be
   * replaced is not among them.
   */
  readonly sessions: readonly EarlierSession[];
}

/** A session of one's own choice. */
export interface AskedExtra {
  readonly kind: SessionKind;
  readonly dose: SessionDose;
  readonly kit: Kit;
  /** Mobility is no strength session: a day with one has room for it. */
  readonly is: "strength" | "mobility";
}

/** What the rules say to it at a moment. */
export interface ExtraCheck {
  /** `fits`: nothing speaks against it. `costs`: it may stand, and something would be better. `blocked`: a hard rule forbids it. */
  readonly status: "fits" | "costs" | "blocked";
  /** The broken rules first, then what it costs, then what speaks for it. */
  readonly reasons: readonly Reason[];
}

/**
 * Asks the rules about sessions that start at `at`, a moment of the week that begins on `week.monday`. The week's facts are read once;
 * a session is judged by the same rules as a planned one at that place, and breaks nothing of the week's sessions that stay.
 */
export function checkExtra(week: ExtraWeek, at: Moment): (extra: AskedExtra) => ExtraCheck {
  const facts = readFacts(week, week.monday, 1);
  const day = facts.days.find(({ date }) => date === at.date);
  return (extra) => (day === undefined ? otherWeek(at) : judge(extra, { week, at, facts, day }));
}

interface Asked {
  readonly week: ExtraWeek;
  readonly at: Moment;
  readonly facts: Facts;
  readonly day: DayFacts;
}

function judge(extra: AskedExtra, { week, at, facts, day }: Asked): ExtraCheck {
  const { kind, dose } = extra;
  const start = day.day * MINUTES_PER_DAY + minutesIntoDay(at.time);
  const asked = { slot: "A", kind, dose, isFirst: false, step: "none", isCaughtUp: false, kit: "own" } as const;
  const candidate = candidateAt(placeAt(day, start, asked), facts);
  const quiet = takesLastQuietDay(quietDaysOf(0, facts), [candidate], []);
  const own = candidate.findings.filter(({ reason }) => extra.is === "strength" || reason.rule !== "oneADay");
  const findings = [
    ...own,
    ...(quiet ? [hard({ rule: "C15", code: "noQuietDay", date: day.date })] : []),
    ...tooMuchForWeek(extra, week, facts),
    ...kitAway(extra, day),
  ];
  const broken = findings.filter((finding) => finding.hard);
  const dear = findings
    .filter((finding) => !finding.hard && finding.penalty > 0)
    .toSorted((one, other) => other.penalty - one.penalty);
  const judgement: Judgement = { candidate, findings, blocked: broken.length > 0, points: candidate.penalty };
  const against = [...broken, ...dear].map(({ reason }) => reason);
  const speaking = explainChosen(judgement, { facts, rejected: [], keepsDay: false, askedBy: null });
  return {
    status: broken.length > 0 ? "blocked" : dear.length > 0 ? "costs" : "fits",
    reasons: [...against, ...speaking.filter((reason) => !against.includes(reason))],
  };
}

// C18 counts every session of the week that loads the legs, whoever asked for it.
function tooMuchForWeek({ dose }: AskedExtra, { ask, askedBy, sessions }: ExtraWeek, facts: Facts): readonly Finding[] {
  const { legsFrom, sessions: room } = RULES.C18;
  const isHighVolume = ask === "AL" || askedBy?.rule === "C18";
  if (!isHighVolume || !loadsFrom(dose.legLoad.class, legsFrom)) return [];
  const loaded = sessions.filter(
    ({ start, legLoad }) => loadsFrom(legLoad.class, legsFrom) && facts.days.some(({ date }) => date === start.date),
  );
  const [first] = loaded;
  if (first === undefined || loaded.length < room) return [];
  const session = { kind: first.kind, date: first.start.date };
  return [hard({ rule: "C18", code: "oneLoadedSession", session })];
}

function kitAway({ kit }: AskedExtra, { date, timeOff }: DayFacts): readonly Finding[] {
  if (kit === "none" || timeOff?.sessions !== "withoutKit") return [];
  return [hard({ rule: "away", code: "away", date, away: timeOff.reason })];
}

function otherWeek({ date }: Moment): ExtraCheck {
  return { status: "blocked", reasons: [{ rule: "room", code: "otherWeek", date }] };
}
