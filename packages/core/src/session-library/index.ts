export { FOCUSES, LEVELS } from "./focus";
export type { Focus, Level } from "./focus";
export { librarySession, sessionLibrary } from "./library";
export type { LibrarySession } from "./library";
export { searchLibrary } from "./search";
export type { LibraryQuery } from "./search";
export { sortForToday } from "./for-today";
export type { SessionToday } from "./for-today";
export { libraryDescription, libraryName } from "./library-text";
