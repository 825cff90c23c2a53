export { CannotServe, errorCode } from "./cannot-serve";
export { prepareDataDir } from "./home";
export { startEmbedded } from "./start-embedded";
export type { EmbeddedOptions, EmbeddedPostgres } from "./start-embedded";
