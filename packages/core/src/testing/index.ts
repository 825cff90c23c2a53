export { clock, day, opOf, planRecord, recordIdOf, runnerOf, storedRecord, uuidOf } from "./builders";
export { anyAuthor, anyDate, anyKey, anyOp, anyPatch, anyStored, anyUuid } from "./arbitraries";
