import { daysBetween, type LocalDate } from "../calendar";
import type { Plan, PlanSession, PlanWeek, SessionState } from "../plan/types";
import { countedForTheirWeek, type DoneSession } from "./late-session";
import { plannedWeight } from "./session-dose";
import type { SessionFacts, WeekFacts } from "./week-adherence";

type DoneState = Extract<SessionState, { status: "done" | "partly" | "moved" }>;
type Logged = PlanSession & { readonly state: DoneState };

/** The weeks of a plan that have begun, as adherence reads them, oldest first. */
export function planFacts(
  { weeks, today }: Pick<Plan, "weeks" | "today">,
  {
    originalWeight,
  }: {
    /** Weighted sets of a programme week's A and B as first written, see `plannedWeight`. */
    readonly originalWeight: (programmeWeek: number) => number;
  },
): readonly WeekFacts[] {
  const begun = weeks.filter((week) => week.monday <= today);
  const done = begun.flatMap((week) =>
    week.sessions.filter(isLogged).map((session) => ({ session, timed: timedOf(session, week.monday) })),
  );
  const counted = countedForTheirWeek(done.map(({ timed }) => timed));
  const extras = done.filter(({ session }) => !counted.has(session.id)).map(({ session }) => session);
  return begun.map(({ monday, programmeWeek: own, ask, sessions: placed }) => {
    const sessions = OPTIONAL.includes(ask) ? placed.filter(isLogged) : placed;
    const programmeWeek = sessions.find(isProgrammes)?.prescription.week ?? own;
    const extrasHere = extras.filter(({ state }) => isInWeek(state.date, monday));
    return {
      asked: sessions.length,
      sessions: [
        ...sessions.map((session) => (extras.some(({ id }) => id === session.id) ? MISSED : factsOf(session))),
        ...extrasHere.map((session) => doneFacts(session, "extra")),
      ],
      programmeWeek,
      originalWeight: originalWeight(programmeWeek),
    };
  });
}

/** In race week and in the weeks after a race a session is offered, not required. */
const OPTIONAL: readonly PlanWeek["ask"][] = ["T1", "L"];

const MISSED: SessionFacts = { status: "missed" };

function factsOf({ state, prescription }: PlanSession): SessionFacts {
  switch (state.status) {
    case "ahead":
    case "due":
    case "started":
      return { status: "open" };
    case "excused":
      return { status: "excused", reason: state.reason };
    case "done":
    case "partly":
    case "moved":
      return doneFacts({ state, prescription }, "done");
    default:
      return MISSED;
  }
}

function doneFacts(
  { state, prescription }: Pick<Logged, "state" | "prescription">,
  status: "done" | "extra",
): SessionFacts {
  return { status, dose: state.dose, credit: state.credit, weight: plannedWeight(prescription) };
}

function timedOf({ id, state, startTime, legLoad }: Logged, monday: LocalDate): DoneSession {
  return { id, monday, start: { date: state.date, time: startTime }, legLoad: legLoad.class };
}

/** A session of the library that was done in its place has a week of its own. */
function isProgrammes({ prescription }: PlanSession): boolean {
  return prescription.library === undefined;
}

function isLogged(session: PlanSession): session is Logged {
  const { status } = session.state;
  return status === "done" || status === "partly" || status === "moved";
}

function isInWeek(date: LocalDate, monday: LocalDate): boolean {
  const days = daysBetween(monday, date);
  return days >= 0 && days < 7;
}
