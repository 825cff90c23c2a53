import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expectNoFaults, MONDAY_EVENING, ONLINE, openPhone } from "./phone";
import { beginSampleWeek, startWithSampleWeek } from "./runner-steps";
import { serverOfThisFile } from "./server";

const server = serverOfThisFile();

test("a yes that needs a doctor's word lets the plan be saved, and no session begins until it is there", async ({
  browser,
}) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await startWithSampleWeek(page, server.url, [/I fainted/]);
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(page.getByText("Before you start: see your answers")).toBeVisible();
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await expect(page.getByText("No session begins until a doctor or physiotherapist has agreed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeDisabled();

  await page.getByRole("link", { name: "See your answers" }).click();
  await page.getByRole("switch", { name: /has agreed that I start/ }).click();
  await expect(page.getByText(/^Agreed on/)).toBeVisible();
  await page.goto(server.url);
  await expect(page.getByRole("link", { name: "Start", exact: true })).toBeVisible();
  await expect(page.getByText("Before you start: see your answers")).toBeHidden();
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Set done/ })).toBeVisible();
  expectNoFaults(phone);
  await phone.close();
});

test("pain of 6 stops the session, and the next morning asks how it is, once", async ({ browser }) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await tellPain(page, { level: 4, site: "Calf" });
  await page.getByRole("button", { name: "Stop this exercise" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await tellPain(page, { level: 6, site: "Knee" });
  await page.getByRole("button", { name: "Stop the session" }).click();
  await expect(page.getByRole("heading", { name: "Stopped for pain" })).toBeVisible();
  await expect(page.getByText(/No leg work and no running until you walk without pain/).first()).toBeVisible();

  await phone.clock.setFixedTime(MONDAY_EVENING.getTime() + 14 * 3_600_000);
  await page.goto(server.url);
  await expect(page.getByText("Knee, yesterday 6 of 10.")).toBeVisible();
  await page.getByRole("button", { name: "Pain this morning: 2" }).click();
  await page.getByRole("button", { name: "Worse than usual" }).click();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Nothing to lift today" })).toBeVisible();
  await expect(page.getByText("How is the pain this morning?")).toBeHidden();
  expectNoFaults(phone);
  await phone.close();
});

test("pain of 3 in the shin asks about the bone, and a warning ends the session and stays on Today", async ({
  browser,
}) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await tellPain(page, { level: 3, site: "Shin" });
  await expect(page.getByRole("button", { name: "Go on", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "I can point at one spot" }).click();
  await page.getByRole("button", { name: "It hurts when I hop" }).click();
  await page.getByRole("button", { name: "Stop the session" }).click();
  await expect(page.getByRole("heading", { name: "Stopped for pain" })).toBeVisible();
  await page.goto(server.url);
  await page.getByRole("link", { name: /Your pain may come from a bone/ }).click();
  await expect(page.getByText("This can be the bone.").first()).toBeVisible();
  await phone.close();
});

test("the sheets of safety are accessible", async ({ browser }) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await startWithSampleWeek(page, server.url, [/A bone, joint/]);
  await expectAccessible(page, "the result");
  await page.getByRole("button", { name: /^Start/ }).click();
  await page.getByRole("link", { name: "Start", exact: true }).waitFor();
  await page.goto(`${server.url}/safety`);
  await expect(page.getByRole("heading", { name: "Low energy or low bone density" })).toBeVisible();
  await expectAccessible(page, "the safety screen");
  await page.getByRole("button", { name: "Answer again" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "answering again");
  await page.goto(server.url);
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.getByRole("button", { name: "Calf", exact: true }).click();
  await page.getByRole("button", { name: "Calf, 0 to 10: 8" }).click();
  await expect(page.getByText("No leg work today.", { exact: true })).toBeVisible();
  await expectAccessible(page, "the check before a session");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await tellPain(page, { level: 3, site: "Shin" });
  await expectAccessible(page, "the pain sheet");
  await phone.close();
});

async function tellPain(page: Page, { level, site }: { readonly level: number; readonly site: string }): Promise<void> {
  await page.getByRole("button", { name: "Pain", exact: true }).click();
  await page.getByRole("button", { name: `How much, 0 to 10: ${level}`, exact: true }).click();
  await page.getByRole("button", { name: site, exact: true }).click();
}
