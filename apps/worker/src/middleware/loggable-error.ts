/** What of an error may be logged. */
export interface LoggableError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

/**
 * An error without the values it was about: Drizzle repeats those of its query (password hashes, session tokens), and Postgres names
 * the e-mail that is there twice in `detail`.
 */
export function loggableError(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: "Not an error." };
  if ("query" in error) return loggableError(error.cause);
  const { name, message, stack } = error;
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  return { type: name, message, ...(code === null ? {} : { code }), ...(stack === undefined ? {} : { stack }) };
}
