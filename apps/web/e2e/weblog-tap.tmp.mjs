import { chromium } from "@playwright/test";
import { v5 } from "uuid";
import { walkOnboarding } from "../scripts/walk-onboarding.mjs";
const url = "http://localhost:28471";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const c = await b.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB", timezoneId: "Europe/Amsterdam" });
const p = await c.newPage(); p.on("pageerror", e => console.log("pageerror", String(e.stack).slice(0,300)));
await p.goto(url + "/start"); await p.waitForTimeout(2500);
await walkOnboarding(p, url, async()=>{});
await p.waitForTimeout(500);
const runner = await p.evaluate(async () => { const d = await new Promise((res) => { const r = indexedDB.open("legwork"); r.onsuccess = () => res(r.result); }); const x = await new Promise((res) => { const r = d.transaction("device").objectStore("device").get("currentRunner"); r.onsuccess = () => res(r.result); }); d.close(); return x; });
await p.goto(`${url}/session?id=${v5("session_log/2026-11-23/A", runner)}`); await p.getByRole("button",{name:"Start",exact:true}).click();
await p.getByRole("button",{name:/^Set done/}).first().waitFor(); await p.waitForTimeout(1000);
const out = await p.evaluate(async () => {
  const times = []; const sleep = (ms) => new Promise(r => setTimeout(r, ms));
  for (let i = 0; i < 12; i++) {
    await sleep(600);
    const skip = [...document.querySelectorAll("button")].find(x => x.textContent.startsWith("Skip rest"));
    if (skip) { skip.click(); continue; }
    const btn = [...document.querySelectorAll("button")].filter(x => x.textContent.startsWith("Set done")).at(-1);
    if (!btn) break;
    const before = document.querySelector("main").innerText; const t0 = performance.now(); btn.click();
    while (document.querySelector("main").innerText === before && performance.now() - t0 < 3000) await new Promise(r => requestAnimationFrame(r));
    times.push(Math.round(performance.now() - t0));
  }
  return times;
});
console.log("tap to next view, ms:", out.join(" ")); await b.close();
