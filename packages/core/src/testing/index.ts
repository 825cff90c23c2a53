export { clock, day, opOf, planRecord, recordIdOf, runnerOf, storedRecord, uuidOf } from "./builders";
export { anyAuthor, anyDate, anyKey, anyOp, anyPatch, anyStored, anyUuid } from "./arbitraries";
export { doAll, extraLog, livedWeeks, planOn, runsRun, skipped } from "./lived-weeks";
export type { Life as LivedWeeks, LiveWeek } from "./lived-weeks";
export { begunRunner, feelRecord, openLog, runsOf, SAMPLE_PROGRAMME, sessionLog, setsDone } from "./runner-records";
export { simulate, storyOf, strong, type Life, type Runner } from "./simulate-runner";
export {
  adaptHistory,
  askedNext,
  decidedFor,
  decisionIdOf,
  FIRST_MONDAY,
  idOf,
  inputOf,
  type History,
  type Session,
  type Went,
} from "./adapt-history";
