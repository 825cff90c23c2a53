import { expect, type Page } from "@playwright/test";
import { sampleWeekScript } from "./sample-week-script";

/** From an empty phone to a placed sample week, beginning today. `yes` ticks safety questions; without it none is true. */
export async function startWithSampleWeek(page: Page, url: string, yes: readonly RegExp[] = []): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Use the sample week" }).click();
  await page.getByRole("button", { name: /Next/ }).click();
  await page.getByRole("radio", { name: /A pair of dumbbells/ }).check();
  await page.getByRole("button", { name: "Next" }).click();
  for (const name of yes.length > 0 ? yes : ["None of these"]) await page.getByRole("checkbox", { name }).check();
  await page.getByLabel("Year of birth").fill("1988");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Today", exact: true }).click();
  await page.getByRole("button", { name: "Place strength" }).click();
  await expect(page.getByRole("heading", { name: "Your week with strength" })).toBeVisible();
}

/** The same without the taps, with the plan saved: Today offers the first session. */
export async function beginSampleWeek(page: Page, url: string): Promise<void> {
  // Any page of the origin: the app itself opens once, with the week in it.
  await page.goto(`${url}/api/health`);
  await page.evaluate(await sampleWeekScript());
  await page.goto(url);
  await expect(page.getByRole("link", { name: "Start", exact: true })).toBeVisible();
}

/** Does sets as planned until `count` more are done, or the session is through; resting is skipped. Answers how many. */
export async function trainSets(page: Page, count: number): Promise<number> {
  const setDone = page.getByRole("button", { name: /^Set done/ });
  const skipRest = page.getByRole("button", { name: "Skip rest" });
  const through = page.getByRole("heading", { name: "Done", exact: true });
  let done = 0;
  while (done < count) {
    await expect(setDone.or(skipRest).or(through).first()).toBeVisible();
    if (await through.isVisible()) break;
    if (await skipRest.isVisible()) {
      await skipRest.click();
      await expect(skipRest).toBeHidden();
      continue;
    }
    const where = await page.getByRole("heading", { level: 1 }).first().textContent();
    const map = await pairMap(page);
    await setDone.click();
    done += 1;
    await expect
      .poll(async () => (await skipRest.isVisible()) || (await through.isVisible()) || (await pairMap(page)) !== map, {
        message: `a set of ${where} was taken`,
      })
      .toBe(true);
  }
  return done;
}

/** What the pair map reads out: which set of which pair is next. */
export async function pairMap(page: Page): Promise<string | null> {
  const labels = await page
    .getByRole("region", { name: /sets done; now/ })
    .evaluateAll((maps) => maps.map((map) => map.getAttribute("aria-label")));
  return labels[0] ?? null;
}

export interface Login {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export async function makeAccount(page: Page, url: string, login: Login): Promise<void> {
  await page.goto(`${url}/account`);
  await page.getByLabel("Your name, as a coach sees it").fill(login.name);
  await fillLogin(page, login);
  await page.locator("form").getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Account made.")).toBeVisible();
}

export async function signIn(page: Page, url: string, login: Login): Promise<void> {
  await page.goto(`${url}/account?mode=signIn`);
  await fillLogin(page, login);
  await page.locator("form").getByRole("button", { name: "Sign in" }).click();
}

async function fillLogin(page: Page, { email, password }: Login): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
}
