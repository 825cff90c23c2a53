import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

// Draws the PNG icons from icon.svg. Run by hand when the logo changes; the pictures are committed.
const folder = fileURLToPath(new URL("../public/icons/", import.meta.url));
const svg = readFileSync(`${folder}icon.svg`, "utf8");
const PAPER = "#faf8f4";
/** A maskable icon may lose a fifth at each side. */
const SAFE_ZONE = 0.8;

const icons = [
  { name: "icon-192.png", size: 192, fill: "transparent", scale: 1 },
  { name: "icon-512.png", size: 512, fill: "transparent", scale: 1 },
  { name: "icon-maskable-512.png", size: 512, fill: PAPER, scale: SAFE_ZONE },
  { name: "apple-touch-icon.png", size: 180, fill: PAPER, scale: 1 },
];

const browser = await chromium.launch({
  executablePath: process.env.LEGWORK_BROWSER ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
for (const { name, size, fill, scale } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0;background:${fill};display:grid;place-items:center;height:100vh"><div style="width:${size * scale}px;height:${size * scale}px">${svg}</div></body>`,
  );
  await page.screenshot({ path: `${folder}${name}`, omitBackground: true });
  await page.close();
}
await browser.close();
