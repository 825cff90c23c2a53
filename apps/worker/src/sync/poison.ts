/**
 * SQLSTATE classes that say the data cannot be stored, whoever tries and whenever: bad data, a size limit, a raised refusal. Anything
 * else (a missing table, a full disk, a bug of ours) may pass, and must not send good ops into quarantine.
 */
const DATA_CLASSES = new Set(["22", "54", "P0"]);

/** Whether Postgres refused a statement because of what it was to store. */
export function isUnstorable(error: unknown): boolean {
  return DATA_CLASSES.has(sqlState(error)?.slice(0, 2) ?? "");
}

/** Whether Postgres refused a statement because a text of it held U+0000. */
export function isUnstorableText(error: unknown): boolean {
  return sqlState(error) === "22021";
}

function sqlState(error: unknown): string | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && /^[0-9A-Z]{5}$/.test(cause.code)) {
      return cause.code;
    }
  }
  return null;
}
