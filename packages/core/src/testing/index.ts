export { clock, day, opOf, planRecord, recordIdOf, runnerOf, storedRecord, uuidOf } from "./builders";
export { anyAuthor, anyDate, anyKey, anyOp, anyPatch, anyStored, anyUuid } from "./arbitraries";
export { doAll, extraLog, livedWeeks, planOn, runsRun, skipped } from "./lived-weeks";
export type { Life, LiveWeek } from "./lived-weeks";
export { begunRunner, feelRecord, openLog, runsOf, SAMPLE_PROGRAMME, sessionLog, setsDone } from "./runner-records";
