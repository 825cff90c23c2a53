export { CannotServe, errorCode } from "./cannot-serve";
export { prepareDataDir } from "./home";
export { isAlive } from "./process-alive";
export { findEmbedded } from "./find-embedded";
export type { FoundEmbedded } from "./find-embedded";
export { startEmbedded } from "./start-embedded";
export type { EmbeddedOptions, EmbeddedPostgres } from "./start-embedded";
