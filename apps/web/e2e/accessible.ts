import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type Axe from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails softly with what axe hears on the page; in the dark only the colours can differ. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await stillness(page);
  expect.soft(await heard(page, { type: "tag", values: RULES }, screen)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await stillness(page);
  expect.soft(await heard(page, { type: "rule", values: ["color-contrast"] }, `${screen}, dark`)).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

// The library for Playwright sends axe twice for each look and opens a page for the frames of others: there are none here.
async function heard(page: Page, runOnly: Axe.RunOnly, screen: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as { readonly axe: typeof Axe };
    return (await axe.run(document, { runOnly: rules, resultTypes: ["violations"] })).violations;
  }, runOnly);
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
