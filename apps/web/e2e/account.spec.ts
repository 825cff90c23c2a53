import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expectNoFaults, goOffline, ONLINE, openPhone } from "./phone";
import { beginSampleWeek, type Login, makeAccount, signIn } from "./runner-steps";
import { serverOfThisFile } from "./server";

const server = serverOfThisFile();
const NEXT = "tractor lemon ladder";
const newLogin = (): Login => ({ name: "Mo", email: `${randomUUID()}@example.org`, password: "eight or more" });
const section = (page: Page, name: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name }) });
const alert = (page: Page) => page.getByRole("alert").filter({ hasText: /\w/ });

async function openAccount(page: Page) {
  await page.goto(`${server.url}/my-account`);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
}

test("a weak password makes no account and says what would be a good one", async ({ browser }) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await page.goto(`${server.url}/account`);
  await page.getByLabel("Your name, as a coach sees it").fill("Mo");
  await page.getByLabel("E-mail").fill("mo@example.org");
  await page.getByLabel("Password").fill("sunshine1");
  await page.locator("form").getByRole("button", { name: "Create account" }).click();
  await expect(alert(page)).toContainText("Take three or four words that do not belong together");
  await expectAccessible(page, "a weak password");
  expectNoFaults(phone);
  await phone.close();
});

test("a wrong password is said, and without a mail server no code is offered", async ({ browser }) => {
  const login = newLogin();
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await makeAccount(page, server.url, login);
  const other = await openPhone(browser, ONLINE);
  const second = await other.newPage();
  await signIn(second, server.url, { ...login, password: "a guess at it" });
  await expect(alert(second)).toContainText("do not belong together");
  await expect(second.getByRole("button", { name: "Forgot your password" })).toBeHidden();
  await signIn(second, server.url, login);
  await expect(second.getByText("Signed in.")).toBeVisible();
  await phone.close();
  await other.close();
});

test("a new password signs every other phone out, which keeps everything and asks to sign in", async ({ browser }) => {
  test.setTimeout(180_000);
  const login = newLogin();
  const [phone, other] = [await openPhone(browser, ONLINE), await openPhone(browser, ONLINE)];
  const [page, second] = [await phone.newPage(), await other.newPage()];
  await beginSampleWeek(page, server.url);
  await makeAccount(page, server.url, login);
  await signIn(second, server.url, login);
  await expect(second.getByText("Signed in.")).toBeVisible();
  await second.goto(server.url);
  await expect(second.getByRole("link", { name: "Start", exact: true })).toBeVisible();

  await openAccount(page);
  await section(page, "Password").getByRole("button", { name: "Change password" }).click();
  await page.getByLabel("Password you have now").fill("a guess at it");
  await page.getByLabel("New password").fill(NEXT);
  await section(page, "Password").getByRole("button", { name: "Change password" }).click();
  await expect(alert(page)).toContainText("do not belong together");
  await page.getByLabel("Password you have now").fill(login.password);
  await page.getByLabel("New password").fill("password1");
  await section(page, "Password").getByRole("button", { name: "Change password" }).click();
  await expect(alert(page)).toContainText("among the first that would be tried");
  await expectAccessible(page, "changing the password");
  await page.getByLabel("New password").fill(NEXT);
  await section(page, "Password").getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Changed. All other devices are signed out.")).toBeVisible();

  await second.goto(`${server.url}/more`);
  await expect(second.getByText(/Your logs stay here until you sign in again/)).toBeVisible();
  await second.goto(server.url);
  await expect(second.getByRole("link", { name: "Start", exact: true })).toBeVisible();
  await signIn(second, server.url, { ...login, password: NEXT });
  await expect(second.getByText("Signed in.")).toBeVisible();
  expectNoFaults(phone);
  expectNoFaults(other);
  await phone.close();
  await other.close();
});

test("the list of sessions names this one, and signs another one out", async ({ browser }) => {
  const login = newLogin();
  const [phone, other] = [await openPhone(browser, ONLINE), await openPhone(browser, ONLINE)];
  const [page, second] = [await phone.newPage(), await other.newPage()];
  await makeAccount(page, server.url, login);
  await signIn(second, server.url, login);
  await expect(second.getByText("Signed in.")).toBeVisible();
  await openAccount(page);
  const rows = section(page, "Signed in on").getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Chrome on Linux · this one");
  await expectAccessible(page, "the sessions");
  await rows.last().getByRole("button", { name: "Sign out Chrome on Linux" }).click();
  await expect(rows).toHaveCount(1);
  await expect(page.getByText("Signed out there. What is on it stays there.", { exact: true })).toBeVisible();
  await second.goto(`${server.url}/my-account`);
  await expect(second.getByText("Nobody is signed in on this phone.")).toBeVisible();
  await phone.close();
  await other.close();
});

test("the e-mail changes under the password, and signs in from then on", async ({ browser }) => {
  const login = newLogin();
  const email = `${randomUUID()}@example.net`;
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await makeAccount(page, server.url, login);
  await openAccount(page);
  await section(page, "E-mail").getByRole("button", { name: "Change e-mail" }).click();
  await page.getByLabel("New e-mail").fill(login.email);
  await page.getByLabel("Password you have now").fill(login.password);
  await section(page, "E-mail").getByRole("button", { name: "Change e-mail" }).click();
  await expect(page.getByText("This is the e-mail it has already.")).toBeVisible();
  await page.getByLabel("New e-mail").fill(email);
  await section(page, "E-mail").getByRole("button", { name: "Change e-mail" }).click();
  await expect(page.getByText(`You sign in with ${email}.`)).toBeVisible();
  await page.goto(`${server.url}/more`);
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible();
  await phone.close();
});

test("deleting asks for the password, offers the files, and tells the other phone, which keeps what it has", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const login = newLogin();
  const [phone, other] = [await openPhone(browser, ONLINE), await openPhone(browser, ONLINE)];
  const [page, second] = [await phone.newPage(), await other.newPage()];
  await beginSampleWeek(page, server.url);
  await makeAccount(page, server.url, login);
  await signIn(second, server.url, login);
  await expect(second.getByText("Signed in.")).toBeVisible();

  await openAccount(page);
  await page.getByRole("button", { name: "Delete my account" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save what is on this phone" }).click();
  expect(await readFile(await (await saved).path(), "utf8")).toContain("run_plan");
  const exported = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save what the server has" }).click();
  expect(await readFile(await (await exported).path(), "utf8")).toContain("run_plan");
  await page.getByRole("button", { name: "Delete for ever" }).click();
  await expect(page.getByText("Write your password.")).toBeVisible();
  await page.getByLabel("Your password").fill("a guess at it");
  await page.getByRole("button", { name: "Delete for ever" }).click();
  await expect(alert(page)).toContainText("do not belong together");
  await expectAccessible(page, "deleting the account");
  await page.getByLabel("Your password").fill(login.password);
  await page.getByRole("button", { name: "Delete for ever" }).click();
  await expect(page.getByText("Your account is deleted.")).toBeVisible();
  await expect(page.getByText(/account (was|is) deleted/i).first()).toBeVisible();

  await second.goto(`${server.url}/about-data`);
  await expect(second.getByText(/account was deleted/i).first()).toBeVisible();
  await expect(second.getByText(/on the server/i)).toBeHidden();
  await second.goto(server.url);
  await expect(second.getByRole("link", { name: "Start", exact: true })).toBeVisible();
  expectNoFaults(phone);
  expectNoFaults(other);
  await phone.close();
  await other.close();
});

test("without a signal the account says that the server does not answer, and is there on the next try", async ({
  browser,
}) => {
  const login = newLogin();
  const phone = await openPhone(browser);
  const page = await phone.newPage();
  await makeAccount(page, server.url, login);
  await goOffline(page, server);
  await openAccount(page);
  const tryAgain = page.getByRole("button", { name: "Try again" });
  await expect(page.getByText("The server does not answer.")).toBeVisible();
  await expectAccessible(page, "the account without a signal");
  await tryAgain.click();
  await expect(page.getByText("The server does not answer.")).toBeVisible();
  await server.start();
  await phone.setOffline(false);
  await tryAgain.click();
  await expect(page.getByText(`You sign in with ${login.email}.`)).toBeVisible();
  expectNoFaults(phone);
  await phone.close();
});
