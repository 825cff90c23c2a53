import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails softly with what axe hears on the page; in the dark only the colours can differ. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await stillness(page);
  expect.soft(await heard(new AxeBuilder({ page }).withTags(RULES), screen)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await stillness(page);
  expect.soft(await heard(new AxeBuilder({ page }).withRules(["color-contrast"]), `${screen}, dark`)).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

async function heard(axe: AxeBuilder, screen: string): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${screen}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
}

/** What slides or fades in has not its own colours yet. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((each) => each.finished));
  });
}
