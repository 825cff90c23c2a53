import { expect, test } from "@playwright/test";
import { expectNoFaults, ONLINE, openPhone } from "./phone";
import { beginSampleWeek, makeAccount, signIn } from "./runner-steps";
import { serverOfThisFile } from "./server";

const server = serverOfThisFile();
const RUNNER = { name: "Eve Runner", email: "eve@example.org", password: "long-enough-for-eve" };
const COACH = { name: "Ida Coach", email: "ida@example.org", password: "long-enough-for-ida" };
/** A tap waits two seconds for others to join it; the rest is the way to the server and back. */
const SOON_MS = 8_000;

test("a set done on one phone stands on the other and in the coach's list by itself", async ({ browser }) => {
  test.setTimeout(180_000);
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await makeAccount(page, server.url, RUNNER);

  // With the service worker: the pokes have to come past it.
  const tablet = await openPhone(browser);
  const other = await tablet.newPage();
  await signIn(other, server.url, RUNNER);
  await expect(other.getByText("Signed in.")).toBeVisible();

  const desk = await openPhone(browser, { ...ONLINE, viewport: { width: 1280, height: 800 } });
  const list = await desk.newPage();
  await makeAccount(list, server.url, COACH);
  await list.goto(`${server.url}/squad`);
  await list.getByLabel("Name of the squad").fill("Tuesday track");
  await list.getByRole("button", { name: "Make the squad" }).click();
  await list.getByRole("button", { name: "Invite a runner" }).first().click();
  const code =
    (
      await list
        .getByText(/^[A-Z0-9]{4}-[A-Z0-9-]+$/)
        .first()
        .textContent()
    )?.trim() ?? "";
  await page.goto(`${server.url}/invitation?code=${code}`);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("Ida Coach sees your training from now on.")).toBeVisible();

  // The coach's page was never touched.
  await expect(list.getByText("Eve Runner")).toBeVisible({ timeout: SOON_MS });
  await page.goto(server.url);
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByRole("region", { name: /0 of 4 sets done/ })).toBeVisible();
  await other.goto(page.url());
  await expect(other.getByRole("region", { name: /0 of 4 sets done/ })).toBeVisible({ timeout: 20_000 });

  await page.getByRole("button", { name: /^Set done/ }).click();
  await expect(other.getByRole("region", { name: /1 of 4 sets done/ })).toBeVisible({ timeout: SOON_MS });
  for (const context of [phone, tablet, desk]) {
    expectNoFaults(context);
    await context.close();
  }
});
