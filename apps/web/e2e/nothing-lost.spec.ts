import { expect, test, type Page } from "@playwright/test";
import { OwnBrowser } from "./own-browser";
import { holdVersion1, readAll } from "./old-database";
import { expectNoFaults, goOffline, MONDAY_EVENING, ONLINE, openPhone } from "./phone";
import { beginSampleWeek, makeAccount, pairMap, signIn, trainSets } from "./runner-steps";
import { serverOfThisFile } from "./server";
import { writeBytes } from "./write-bytes";

const server = serverOfThisFile();
const runner = (name: string) => ({ name, email: `${name}@example.org`, password: `long-enough-for-${name}` });

/** Room of a phone before it is full: more than the app takes, little enough to be asked for in one piece. */
const ROOM_BYTES = 20_000_000;

async function beginSession(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.waitForURL(/\/session\/?\?id=/);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Set done/ })).toBeVisible();
  return page.url();
}

async function expectAllSent(page: Page): Promise<void> {
  await page.goto(`${server.url}/about-data`);
  await expect(page.getByText("This phone and the server hold the same.")).toBeVisible({ timeout: 30_000 });
}

test("a browser killed the moment a set is shown as done has that set when it starts again", async ({ browser }) => {
  test.setTimeout(180_000);
  const phone = new OwnBrowser();
  try {
    let page = await (await phone.open()).newPage();
    await beginSampleWeek(page, server.url);
    await makeAccount(page, server.url, runner("kim"));
    await page.goto(server.url);
    const session = await beginSession(page);
    for (let done = 1; done <= 3; done += 1) {
      // What follows a set is shown once the set is on the disk, and not before.
      await trainSets(page, 1);
      await phone.kill();
      page = await (await phone.open()).newPage();
      await page.goto(session);
      await expectSets(page, done);
    }
    // A browser writes its cookies late: the kill took the session with it, and nothing else.
    await signIn(page, server.url, runner("kim"));
    await expect(page.getByText("Signed in.")).toBeVisible();
    await expectAllSent(page);
    const other = await openPhone(browser, ONLINE);
    const otherPage = await other.newPage();
    await signIn(otherPage, server.url, runner("kim"));
    await expect(otherPage.getByText("Signed in.")).toBeVisible();
    await otherPage.goto(session);
    await expectSets(otherPage, 3);
    await other.close();
  } finally {
    await phone.remove();
  }
});

/** The session stands at so many sets of its first pair; a rest that covers the map is skipped. */
async function expectSets(page: Page, done: number): Promise<void> {
  await expect.poll(() => setsDone(page), { timeout: 30_000 }).toBe(done);
}

async function setsDone(page: Page): Promise<number | null> {
  const skipRest = page.getByRole("button", { name: "Skip rest" });
  if (await skipRest.isVisible()) await skipRest.click();
  const told = /(\d+) of 4 sets done/.exec((await pairMap(page)) ?? "")?.[1];
  return told === undefined ? null : Number(told);
}

test("two tabs that log at once without a network lose nothing, and what they show reaches the server once", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const phone = await openPhone(browser);
  const first = await phone.newPage();
  await beginSampleWeek(first, server.url);
  await makeAccount(first, server.url, runner("two"));
  await first.goto(server.url);
  const session = await beginSession(first);
  const second = await phone.newPage();
  await second.goto(session);
  await expect(second.getByRole("button", { name: /^Set done/ })).toBeVisible();
  await goOffline(first, server);
  await Promise.all([first, second].map((page) => page.getByRole("button", { name: /^Set done/ }).click()));
  await expect.poll(async () => (await setsDone(first)) ?? 0).toBeGreaterThan(0);
  await server.start();
  await phone.setOffline(false);
  await expectAllSent(first);
  await first.goto(session);
  await expect.poll(async () => (await setsDone(first)) ?? 0, { timeout: 30_000 }).toBeGreaterThan(0);
  // Two, or one when both tabs showed the same next set.
  const done = (await setsDone(first)) ?? 0;
  expect([1, 2]).toContain(done);

  const other = await openPhone(browser, ONLINE);
  const otherPage = await other.newPage();
  await signIn(otherPage, server.url, runner("two"));
  await expect(otherPage.getByText("Signed in.")).toBeVisible();
  await otherPage.goto(session);
  await expectSets(otherPage, done);
  expectNoFaults(phone);
  await phone.close();
  await other.close();
});

test("a tab frozen in the middle of a sync holds nobody up: another one takes over", async ({ browser }) => {
  test.setTimeout(120_000);
  const phone = await openPhone(browser);
  const frozen = await phone.newPage();
  await beginSampleWeek(frozen, server.url);
  await makeAccount(frozen, server.url, runner("ice"));
  await frozen.goto(`${server.url}/about-data`);
  await expect(frozen.getByText("This phone and the server hold the same.")).toBeVisible({ timeout: 30_000 });
  // Its requests never end, and so it keeps the lock when it freezes.
  await frozen.route("**/sync", () => undefined);
  await frozen.getByRole("button", { name: "Try now" }).click();
  const freezer = await phone.newCDPSession(frozen);
  await freezer.send("Page.setWebLifecycleState", { state: "frozen" });

  const awake = await phone.newPage();
  await awake.goto(server.url);
  await beginSession(awake);
  await awake.getByRole("button", { name: /^Set done/ }).click();
  await expectSets(awake, 1);
  await phone.clock.setFixedTime(new Date(MONDAY_EVENING.getTime() + 3 * 60_000));
  await expectAllSent(awake);
  expectNoFaults(phone);
  await phone.close();
});

test("a set that the phone has no room for is not shown as done, and the same tap saves it once there is room", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  const disk = await phone.newCDPSession(page);
  await disk.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize: ROOM_BYTES });
  await beginSampleWeek(page, server.url);
  const session = await beginSession(page);
  await disk.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize: 1 });
  // For half a minute Chromium remembers how much room there was: only for more than that it asks again.
  expect(await writeBytes(page, ROOM_BYTES)).toBe("QuotaExceededError");
  const setDone = page.getByRole("button", { name: /^Set done/ });
  await setDone.click();
  await expect(page.getByText("This set could not be saved: the phone has no room or forbids it.")).toBeVisible();
  await expectSets(page, 0);
  await page.goto(session);
  await expectSets(page, 0);

  await disk.send("Storage.overrideQuotaForOrigin", { origin: server.url });
  await setDone.click();
  await expectSets(page, 1);
  await page.goto(session);
  await expectSets(page, 1);
  expectNoFaults(phone);
  await phone.close();
});

test("an old page that holds the database open is named, and once it is closed everything is there", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const before = await openPhone(browser, ONLINE);
  const made = await before.newPage();
  await beginSampleWeek(made, server.url);
  const rows = await readAll(made);
  await before.close();

  const phone = await openPhone(browser);
  const old = await phone.newPage();
  // Any page of the origin that is not the app of today.
  await old.goto(`${server.url}/api/health`);
  await holdVersion1(old, rows);
  const page = await phone.newPage();
  await page.goto(server.url);
  await expect(page.getByText("Another tab of Legwork holds an older version open.")).toBeVisible();
  const start = page.getByRole("link", { name: "Start", exact: true });
  await expect(start).toBeHidden();

  await old.close();
  await expect(start).toBeVisible();
  await expect(page.getByText("Another tab of Legwork holds an older version open.")).toBeHidden();
  const { records, outbox } = await readAll(page);
  expect(records?.map(({ key }) => key)).toEqual(expect.arrayContaining(rows["records"]?.map(({ key }) => key) ?? []));
  expect(outbox).toEqual(expect.arrayContaining([...(rows["outbox"] ?? [])]));
  expectNoFaults(phone);
  await phone.close();
});
