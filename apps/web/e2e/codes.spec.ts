import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { mailboxOfThisFile } from "./mailbox";
import { expectNoFaults, ONLINE, openPhone } from "./phone";
import { makeAccount } from "./runner-steps";
import { serverOfThisFile } from "./server";

const RUNNER = { name: "Ira Runner", email: "ira@example.org", password: "long-enough-for-ira" };

const mailbox = mailboxOfThisFile();
const server = serverOfThisFile(() => ({ SMTP_URL: mailbox.url, LEGWORK_MAIL_FROM: "legwork@example.org" }));

test("a code from an e-mail signs another phone in, and a wrong one says what to do", async ({ browser }) => {
  const phone = await openPhone(browser, ONLINE);
  await makeAccount(await phone.newPage(), server.url, RUNNER);
  await phone.close();

  const other = await openPhone(browser, ONLINE);
  const page = await other.newPage();
  await page.goto(`${server.url}/account?mode=signIn`);
  await page.getByRole("button", { name: "Forgot your password" }).click();
  await page.getByRole("group", { name: "What the code is for" }).getByRole("radio", { name: "Sign in" }).check();
  await page.getByLabel("E-mail").fill(RUNNER.email);
  await page.getByRole("button", { name: "Send a code" }).click();
  const field = page.getByLabel("Code from the e-mail");
  const code = await mailbox.codeFor(RUNNER.email);
  await field.fill(code === "00000000" ? "00000001" : "00000000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText(/^This code is wrong, used already or older than 10 minutes\./)).toBeVisible();
  await expectAccessible(page, "a code by e-mail");
  await field.fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Signed in.")).toBeVisible();
  await page.goto(`${server.url}/more`);
  await expect(page.getByText(`Signed in as ${RUNNER.email}`)).toBeVisible();
  expectNoFaults(other);
  await other.close();
});
