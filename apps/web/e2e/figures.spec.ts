import { expect, test, type Page } from "@playwright/test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { figureSheet } from "./sheet-page";

/** Where the pictures go when somebody wants to look at them: LEGWORK_FIGURES=/tmp/figures. */
const pictures = process.env["LEGWORK_FIGURES"];

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "legwork-figures-"));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

test("every exercise is drawn at its start, half way and at its end", async ({ page }) => {
  await openSheet(page, { theme: "light", cell: { width: 250, height: 240 } });
  const drawn = await page.locator("figure svg").evaluateAll((figures) =>
    figures.map((figure) => {
      const svg = figure as SVGSVGElement;
      const person = svg.querySelector<SVGGElement>("g > g:last-child");
      const { x, y, width, height } = svg.viewBox.baseVal;
      const box = person?.getBBox();
      return {
        id: svg.closest("figure")?.id ?? "",
        label: svg.getAttribute("aria-label"),
        empty: box === undefined || box.width < 0.1 || box.height < 0.1,
        // The group is mirrored: y up in it, y down in the view box. A line's width may stick out.
        inside:
          box !== undefined &&
          box.x >= x - 0.02 &&
          box.x + box.width <= x + width + 0.02 &&
          -(box.y + box.height) >= y - 0.02 &&
          -box.y <= y + height + 0.02,
      };
    }),
  );
  expect(new Set(drawn.map(({ id }) => id)).size).toBe(92);
  expect(drawn.filter(({ empty, inside, label }) => empty || !inside || label === null)).toEqual([]);
});

if (pictures !== undefined)
  test("pictures of every exercise, for somebody to look at", async ({ page }) => {
    for (const theme of ["light", "dark"] as const) {
      await openSheet(page, { theme, cell: { width: 250, height: 240 } });
      await page.screenshot({ path: join(pictures, `sheet-${theme}.png`), fullPage: true });
      await openSheet(page, { theme, cell: { width: 104, height: 94 }, query: "show=end" });
      await page.setViewportSize({ width: 1324, height: 900 });
      await page.screenshot({ path: join(pictures, `ends-${theme}.png`), fullPage: true });
    }
  });

test("a figure moves while it is seen, and stands with its shadow where less motion is wanted", async ({ page }) => {
  await openSheet(page, { theme: "light", cell: { width: 250, height: 240 }, query: "moving=P1.3,P4.0" });
  await expect.poll(() => isMoving(page, "P1.3")).toBe(true);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(() => isMoving(page, "P1.3")).toBe(false);
  await expect(page.locator('[id="P1.3"] path[fill="var(--ghost)"]')).not.toHaveCount(0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.setViewportSize({ width: 390, height: 200 });
  await page.evaluate(() => document.body.style.setProperty("padding-top", "1000px"));
  await expect.poll(() => isMoving(page, "P4.0")).toBe(false);
  await page.locator('[id="P4.0"]').scrollIntoViewIfNeeded();
  await expect.poll(() => isMoving(page, "P4.0")).toBe(true);
});

interface Sheet {
  readonly theme: "light" | "dark";
  readonly cell: { readonly width: number; readonly height: number };
  readonly query?: string;
}

async function openSheet(page: Page, { theme, cell, query = "" }: Sheet): Promise<void> {
  const file = join(folder, `${theme}.html`);
  writeFileSync(file, await figureSheet(theme, cell));
  await page.setViewportSize({ width: 6 * cell.width + 40, height: 900 });
  // The same file with another hash would not load anew.
  await page.goto("about:blank");
  await page.goto(`${pathToFileURL(file).href}#${query}`);
  await page.locator("figure svg").first().waitFor();
}

/** Whether the person's outlines change within a moment. */
async function isMoving(page: Page, id: string): Promise<boolean> {
  const outlines = () =>
    page.locator(`[id="${id}"] path`).evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join(" "));
  const seen = new Set<string>();
  for (let look = 0; look < 4; look += 1) {
    seen.add(await outlines());
    await page.waitForTimeout(300);
  }
  return seen.size > 1;
}
