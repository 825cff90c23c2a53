import { expect, type Page } from "@playwright/test";

const WIDTHS = [320, 390, 1280] as const;

/** Fails softly when the page is wider than its window at any of the widths that matter. */
export async function expectFits(page: Page, screen: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 1280 ? 800 : 568 });
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    // Charts are drawn anew a moment after the window has changed.
    await expect.soft
      .poll(tooWide, { message: `${screen} is wider than ${width} px`, timeout: 5_000 })
      .toBeLessThanOrEqual(0);
  }
  if (before !== null) await page.setViewportSize(before);
}
