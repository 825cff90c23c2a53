/** Everything of this database was carried over to another one: written to this one it would be lost. */
export class MovedError extends Error {
  override readonly name = "MovedError";
}

/** There is no such database on this phone: it was carried over, or taken from the phone. */
export class GoneError extends Error {
  override readonly name = "GoneError";
}

/** The phone has no room left: nothing of the write was kept. */
export class NoRoomError extends Error {
  override readonly name = "NoRoomError";
}

/** The browser let go of the connection; a new one does. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  if (error.name === "InvalidStateError") return true;
  if (error.name === "UnknownError") return /connection|database/i.test(error.message);
  return error.name === "AbortError" && /connection|terminated|closed/i.test(error.message);
}

/** A full disk aborts a transaction without a failing request, and browsers name it differently. */
export function asNoRoom(error: unknown): unknown {
  const full =
    error instanceof DOMException &&
    (error.name === "QuotaExceededError" || /quota|disk (is )?full|no space|not enough space/i.test(error.message));
  return full ? new NoRoomError("No room on this phone", { cause: error }) : error;
}
