import { localMomentAt, type ClockTime, type LocalDate } from "../calendar";
import type { EarlierSession } from "../placement";
import { isMobility, loadDone, type LegLoad } from "../programme";
import type { SessionLogFields } from "../record";
import { exposuresOf } from "./asked-session";
import type { RunnerFacts } from "./runner-facts";
import { holdsSomething } from "./slot-facts";

/** A session that was done beside the plan, with what it cost the legs. */
export interface ExtraSession extends EarlierSession {
  readonly legLoad: LegLoad;
}

/** No rule of placement looks further back than this, in days. Our own choice. */
export const EXTRA_DAYS_BACK = 14;

/** Everything before it counts as known: what a session of one's own choice was worth to the legs is in its sets. */
const KNOWN = { A: 3, B: 3 };

/**
 * Sessions done beside the plan from a day on, oldest first. The rules of the following days read them like any other. One that was opened and in
 * which nothing was done counts for nothing once it is ended or its day is over, and mobility is no strength session.
 */
export function extraSessions(
  { extras, programme, settings }: RunnerFacts,
  { from, today }: { readonly from: LocalDate; readonly today: LocalDate },
): readonly ExtraSession[] {
  const done = extras.filter((log) => log.date >= from && holdsSomething(log, today) && !isMobility(log.prescription));
  return done.map((log) => ({
    kind: log.kind,
    start: { date: log.date, time: timeOf(log, programme.zone) ?? settings.strengthTime },
    legLoad: loadOf(log),
  }));
}

const times = new WeakMap<SessionLogFields, { readonly zone: string; readonly time: ClockTime | null }>();

// Finding the clock time in a zone takes longer than all the rest, and years of sessions are read at every tap.
function timeOf(log: SessionLogFields, zone: string): ClockTime | null {
  const known = times.get(log);
  if (known?.zone === zone) return known.time;
  const time = localMomentAt(log.startedAt, zone)?.time ?? null;
  times.set(log, { zone, time });
  return time;
}

const loads = new WeakMap<SessionLogFields, LegLoad>();

function loadOf(log: SessionLogFields): LegLoad {
  const load = loads.get(log) ?? loadDone(log, { exposures: exposuresOf(log.kind, KNOWN) });
  loads.set(log, load);
  return load;
}
