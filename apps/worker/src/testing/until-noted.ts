import { type Db, devicesOfRunner } from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import { vi } from "vitest";

/** Resolves when so many devices of a runner stand in the database: they are noted behind the answer. */
export async function untilNoted(db: Db, runner: RunnerId, count = 1): Promise<void> {
  await vi.waitFor(async () => {
    const { length } = await devicesOfRunner(db, runner);
    if (length < count) throw new Error(`${length} of ${count} devices are noted.`);
  });
}
