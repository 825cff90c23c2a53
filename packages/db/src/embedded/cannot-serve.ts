/** Why a server cannot start or go on, in one sentence for the person who started it. */
export class CannotServe extends Error {
  override readonly name = "CannotServe";
}

/** The `code` of a Node system error: `EACCES`, `ENOSPC`. Empty when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
