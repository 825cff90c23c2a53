import type { Page } from "@playwright/test";
import type { LocalDate } from "@legwork/core/calendar";
import type { AdjustmentsFields, RunnerId } from "@legwork/core/record";
import { planRecord, simulate, type Runner } from "@legwork/core/testing";
import { MONDAY_EVENING } from "./phone";

const DAY_MS = 86_400_000;

/** The day `weeks` weeks before this week's Monday. */
export function mondayBefore(weeks: number): LocalDate {
  return new Date(MONDAY_EVENING.getTime() - 7 * weeks * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** Whose records the phone shows. */
async function shownRunner(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open("legwork");
        opening.addEventListener("success", () => {
          const found = opening.result.transaction("registry").objectStore("registry").get("current");
          found.addEventListener("success", () => {
            opening.result.close();
            resolve(String(found.result));
          });
        });
      }),
  );
}

/** Name of the database that the phone shows. */
export async function shownDatabase(page: Page): Promise<string> {
  return `legwork/${await shownRunner(page)}`;
}

/** Puts weeks that a runner lived, up to this Monday, in place of what the phone has; the safety answers stay. */
export async function seedLife(
  page: Page,
  { chosen, ...runner }: Runner & Partial<Pick<AdjustmentsFields, "chosen">>,
  weeks: number,
): Promise<void> {
  const id = await shownRunner(page);
  const programme = { ...runner.programme, startDate: mondayBefore(weeks) };
  const own = id as RunnerId;
  const more = chosen === undefined ? [] : [planRecord(own, "adjustments", { fields: { chosen, undone: {} } })];
  const { records } = simulate({ ...runner, programme, more }, weeks, own);
  const stored = records.map((record) => {
    const date = record.body["date"] ?? record.body["monday"];
    return { ...record, runner: id, date: typeof date === "string" ? date : "", server: null };
  });
  await page.evaluate(
    ({ database, text }) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open(database);
        opening.addEventListener("success", () => {
          const values: readonly object[] = JSON.parse(text);
          const tx = opening.result.transaction("records", "readwrite");
          const store = tx.objectStore("records");
          const all = store.openCursor();
          all.addEventListener("success", () => {
            const cursor = all.result;
            if (cursor === null) {
              for (const value of values) store.put(value);
              return;
            }
            if (cursor.value.kind !== "health") cursor.delete();
            cursor.continue();
          });
          tx.addEventListener("complete", () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    { database: await shownDatabase(page), text: JSON.stringify(stored) },
  );
}
