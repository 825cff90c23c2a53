import { expect, test } from "@playwright/test";
import { expectNoFaults, ONLINE, openPhone } from "./phone";
import { beginSampleWeek, makeAccount, signIn, startWithSampleWeek } from "./runner-steps";
import { serverOfThisFile } from "./server";

const RUNNER = { name: "Ann Runner", email: "ann@example.org", password: "long-enough-for-ann" };

const server = serverOfThisFile();

test("a wrong password, a taken e-mail and an unknown invitation are said in a sentence, and nothing is lost", async ({
  browser,
}) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await makeAccount(page, server.url, RUNNER);

  const other = await openPhone(browser, ONLINE);
  const otherPage = await other.newPage();
  await beginSampleWeek(otherPage, server.url);
  await signIn(otherPage, server.url, { ...RUNNER, password: "not-the-password" });
  await expect(otherPage.getByText("E-mail and password do not belong together.")).toBeVisible();
  await otherPage.goto(server.url);
  await expect(otherPage.getByRole("link", { name: "Start", exact: true })).toBeVisible();

  await otherPage.goto(`${server.url}/account`);
  await otherPage.getByLabel("Your name, as a coach sees it").fill("Somebody else");
  await otherPage.getByLabel("E-mail").fill(RUNNER.email);
  await otherPage.getByLabel("Password").fill("another-long-password");
  await otherPage.locator("form").getByRole("button", { name: "Create account" }).click();
  await expect(otherPage.getByText("There is an account with this e-mail already.")).toBeVisible();

  await page.goto(`${server.url}/invitation?code=ABCD-EFGH-JKLM`);
  await expect(page.getByText("This does not exist, or not any more.")).toBeVisible();
  await phone.close();
  await other.close();
});

test("a double tap on Start makes one plan, and a double tap on a set logs one set", async ({ browser }) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await startWithSampleWeek(page, server.url);
  await page.getByRole("button", { name: /^Start/ }).dblclick();
  // The second tap may have met the next screen's own Start: from Today again.
  await expect(page.getByRole("heading", { name: "Your week with strength" })).toBeHidden();
  await page.goto(server.url);
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("button", { name: /^Set done/ }).dblclick();
  await expect(page.getByRole("region", { name: /1 of 4 sets done/ })).toBeVisible();
  await phone.close();
});

test("two tabs show the same set, whichever logged it", async ({ browser }) => {
  const phone = await openPhone(browser, ONLINE);
  const first = await phone.newPage();
  await beginSampleWeek(first, server.url);
  await first.getByRole("link", { name: "Start", exact: true }).click();
  await first.getByRole("button", { name: "Start", exact: true }).click();
  await expect(first.getByRole("region", { name: /0 of 4 sets done/ })).toBeVisible();
  const second = await phone.newPage();
  await second.goto(first.url());
  await second.getByRole("button", { name: /^Set done/ }).click();
  await expect(first.getByRole("region", { name: /1 of 4 sets done/ })).toBeVisible();
  await phone.close();
});

test("an address that leads nowhere says so within the content policy", async ({ browser }) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  const answer = await page.goto(`${server.url}/nowhere`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  expectNoFaults(phone);
  await phone.close();
});

test("a session moved against a rule asks once more, is marked with the rule, and can be taken back", async ({
  browser,
}) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await page.goto(`${server.url}/week`);
  await page.getByRole("button", { name: /Hinge/ }).click();
  await page.getByRole("button", { name: /Tuesday/ }).click();
  await page.getByRole("button", { name: "Move anyway" }).click();
  await expect(page.getByText("A moved to Tuesday")).toBeVisible();
  await expect(page.getByText("A marked, your choice")).toBeVisible();
  await expect(page.getByText("C1", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("A marked, your choice")).toBeHidden();
  expectNoFaults(phone);
  await phone.close();
});
