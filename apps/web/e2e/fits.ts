import { expect, type Page } from "@playwright/test";

const WIDTHS = [320, 390, 1280] as const;

/** Fails softly when the page is wider than its window at any of the widths that matter. */
export async function expectFits(page: Page, screen: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 1280 ? 800 : 568 });
    const { wanted, shown } = await page.evaluate(() => ({
      wanted: document.documentElement.scrollWidth,
      shown: window.innerWidth,
    }));
    expect.soft(wanted, `${screen} wants ${wanted} px of ${shown}`).toBeLessThanOrEqual(shown);
  }
  if (before !== null) await page.setViewportSize(before);
}
