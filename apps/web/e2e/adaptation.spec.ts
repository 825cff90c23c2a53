import { expect, test, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expectNoFaults, ONLINE, openPhone } from "./phone";
import { beginSampleWeek } from "./runner-steps";
import { seedLife, shownDatabase } from "./seeded-runner";
import { serverOfThisFile } from "./server";

const server = serverOfThisFile();

/** A phone whose runner did two good weeks, every set at the top of its range; today's session is open. */
async function openAfterTwoWeeks(browser: Browser, options: BrowserContextOptions = {}) {
  const phone = await openPhone(browser, { ...ONLINE, ...options });
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await page.waitForURL(/\/$/);
  await seedLife(page, { programme: { weights: { "4000": "pair", "6000": "pair" } }, does: () => true }, 2);
  await page.goto(server.url);
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What changed" })).toBeVisible();
  return { phone, page };
}

test("two good sessions change an exercise, with its reason; taken back it stays as it was", async ({ browser }) => {
  const { phone, page } = await openAfterTwoWeeks(browser);
  const changed = changesOf(page);
  const first = changed
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /Undo$/ }) })
    .first();
  await first.getByRole("button", { name: /Why$/ }).click();
  await expect(first.getByText(/^Twice in a row every set reached the top of its range, .* AD6$/)).toBeVisible();
  await expect(first.getByText(/\d+, \d+.* of \d+–\d+, .* to spare \(\d asked\)$/)).toHaveCount(2);
  const name = await first.getByRole("button", { name: /Why$/ }).getAttribute("aria-label");
  const before = await pairsOf(page);
  await first.getByRole("button", { name: /Undo$/ }).click();
  await expect(page.getByText("Taken back.", { exact: true })).toBeVisible();
  await expect.poll(() => pairsOf(page)).not.toEqual(before);
  const after = await pairsOf(page);
  await page.reload();
  await expect(changed.getByText("Taken back by you")).toBeVisible();
  expect(await pairsOf(page)).toEqual(after);
  await page.getByRole("button", { name: name?.replace("Why", "Put it back") ?? "" }).click();
  await expect.poll(() => pairsOf(page)).toEqual(before);
  expectNoFaults(phone);
  await phone.close();
});

test("soreness of 6 makes light legs of the session, and the log is judged against them", async ({ browser }) => {
  const { phone, page } = await openAfterTwoWeeks(browser);
  await page.getByRole("button", { name: "Calf", exact: true }).click();
  await page.getByRole("button", { name: "Calf, 0 to 10: 6", exact: true }).click();
  await expect(page.getByText("Light legs today.")).toBeVisible();
  await expect(page.getByText("Your legs are at 6 of 10. CHK3")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: /Light legs/ })).toBeVisible();
  await page.getByRole("button", { name: "I did it, without the sets" }).click();
  await expect(page.getByRole("heading", { name: "Light legs, done" })).toBeVisible();
  const log = await page.evaluate(
    (database) =>
      new Promise<{ kind: unknown; eased: unknown }>((resolve) => {
        const opening = indexedDB.open(database);
        opening.addEventListener("success", () => {
          const all = opening.result.transaction("records").objectStore("records").getAll();
          all.addEventListener("success", () => {
            const logs = all.result.filter(({ kind }) => kind === "session_log");
            const last = logs.sort((one, other) => (one.date < other.date ? -1 : 1)).at(-1);
            resolve({ kind: last.body["kind"], eased: last.body["prescription"].eased });
          });
        });
      }),
    await shownDatabase(page),
  );
  expect(log).toEqual({ kind: "L", eased: "CHK3" });
  expectNoFaults(phone);
  await phone.close();
});

test("a session with changes and a check that says something is accessible", async ({ browser }) => {
  const { phone, page } = await openAfterTwoWeeks(browser);
  await changesOf(page).getByRole("button", { name: /Why$/ }).first().click();
  await page.getByRole("button", { name: "Slept badly two nights" }).click();
  await expect(page.getByText("You slept badly two nights. CHK2")).toBeVisible();
  await expectAccessible(page, "what changed");
  await page
    .getByRole("button", { name: /^Change / })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "another version");
  await phone.close();
});

function changesOf(page: Page) {
  return page.getByRole("list").filter({ has: page.getByRole("button", { name: /: Why$/ }) });
}

/** What stands in the pairs: `3 × 8–10 each side, aim for 10`. */
function pairsOf(page: Page): Promise<readonly string[]> {
  return page.getByText(/^\d × /).allTextContents();
}
