import { expect, test } from "@playwright/test";
import { expectNoFaults, goOffline, killPage, ONLINE, openPhone } from "./phone";
import { makeAccount, pairMap, signIn, startWithSampleWeek, trainSets } from "./runner-steps";
import { serverOfThisFile } from "./server";

const RUNNER = { name: "Mo Runner", email: "mo@example.org", password: "long-enough-for-a-runner" };
const COACH = { name: "Cor Coach", email: "cor@example.org", password: "long-enough-for-a-coach" };
const SETS_OF_B = 12;

const server = serverOfThisFile();

test("a running week goes in, a session done offline reaches a second phone and the coach", async ({ browser }) => {
  test.setTimeout(240_000);
  const phone = await openPhone(browser);
  let page = await phone.newPage();

  await test.step("the sample week gets A on Thursday and B on Monday, each with its reason", async () => {
    await startWithSampleWeek(page, server.url);
    const main = page.getByRole("main");
    await expect(main.getByText(/Monday, Single-leg and hip/)).toBeVisible();
    await expect(main.getByText(/36\sh before Wednesday’s key run; moderate legs need 24\sh/)).toBeVisible();
    await expect(main.getByText(/Thursday, Hinge and push/)).toBeVisible();
    await expect(
      main.getByText(/The day after Wednesday’s key run. 36\sh before Saturday’s long run; heavy legs need 24\sh/),
    ).toBeVisible();
    await page.getByRole("button", { name: /^Start/ }).click();
    await expect(page.getByRole("link", { name: "Start", exact: true })).toBeVisible();
  });

  const sessionUrl = await test.step("with the server stopped and the network off, sets are logged", async () => {
    await goOffline(page, server);
    await page.goto(server.url);
    await page.getByRole("link", { name: "Start", exact: true }).click();
    await page.waitForURL(/\/session\/?\?id=/);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    expect(await trainSets(page, 5)).toBe(5);
    return page.url();
  });

  await test.step("a killed page stands where it stood, and the session is finished", async () => {
    if (await page.getByRole("button", { name: "Skip rest" }).isVisible())
      await page.getByRole("button", { name: "Skip rest" }).click();
    const stood = await pairMap(page);
    await killPage(page);
    page = await phone.newPage();
    await page.goto(sessionUrl);
    await expect.poll(() => pairMap(page)).toBe(stood);
    expect(await trainSets(page, 100)).toBe(SETS_OF_B - 5);
    await expect(page.getByText(`${SETS_OF_B} sets of ${SETS_OF_B}`)).toBeVisible();
    await page.getByRole("button", { name: "Done", exact: true }).last().click();
  });

  await test.step("the server comes back, an account is made and everything is sent", async () => {
    await server.start();
    await phone.setOffline(false);
    await makeAccount(page, server.url, RUNNER);
    await page.goto(`${server.url}/about-data`);
    await expect(page.getByText("This phone and the server hold the same.")).toBeVisible({ timeout: 30_000 });
  });

  const second = await openPhone(browser, ONLINE);
  await test.step("a second phone sees every set", async () => {
    const other = await second.newPage();
    await signIn(other, server.url, RUNNER);
    await expect(other.getByText("Signed in.")).toBeVisible();
    await other.goto(sessionUrl);
    await expect(other.getByText(`${SETS_OF_B} sets of ${SETS_OF_B}`)).toBeVisible({ timeout: 30_000 });
  });

  const coach = await openPhone(browser, { ...ONLINE, viewport: { width: 1280, height: 800 } });
  const desk = await coach.newPage();
  const code = await test.step("a coach makes a squad and an invitation", async () => {
    await makeAccount(desk, server.url, COACH);
    await desk.goto(`${server.url}/squad`);
    await desk.getByLabel("Name of the squad").fill("Tuesday track");
    await desk.getByRole("button", { name: "Make the squad" }).click();
    await desk.getByRole("button", { name: "Invite a runner" }).first().click();
    return invitationCode(desk.getByText(/^[A-Z0-9]{4}-[A-Z0-9-]+$/).first());
  });

  await test.step("the runner accepts, and the coach's list shows one session done", async () => {
    await page.goto(`${server.url}/invitation?code=${code}`);
    await expect(page.getByText("Cor Coach invites you into Tuesday track.")).toBeVisible();
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(page.getByText("Cor Coach sees your training from now on.")).toBeVisible();
    await desk.goto(`${server.url}/squad`);
    await expect(desk.getByText("Mo Runner")).toBeVisible();
    await expect(desk.getByText(/^1 of \d+ sessions?$/)).toBeVisible();
  });

  for (const context of [phone, second, coach]) {
    expectNoFaults(context);
    await context.close();
  }
});

async function invitationCode(shown: { textContent(): Promise<string | null> }): Promise<string> {
  return (await shown.textContent())?.trim() ?? "";
}
