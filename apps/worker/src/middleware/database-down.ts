const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EHOSTUNREACH",
  // Shut down by an operator, crashed, starting up; too many connections.
  "57P01",
  "57P02",
  "57P03",
  "53300",
  // A statement, a lock or a transaction that waited longer than it may.
  "57014",
  "55P03",
  "25P03",
]);
// pg gives these no code.
const CONNECTION_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end/;

/** Whether `error`, or what caused it, says that Postgres cannot be reached, or not in time. */
export function isDatabaseDown(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
    if (CONNECTION_CODES.has(code) || code.startsWith("08") || CONNECTION_MESSAGES.test(cause.message)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseDown)) return true;
  }
  return false;
}

/** Whether Postgres found no room to write. */
export function isDiskFull(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && (cause.code === "53100" || cause.code === "ENOSPC")) return true;
  }
  return false;
}
