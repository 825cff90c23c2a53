import { chromium } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
import { v5 } from "uuid";
import { walkOnboarding } from "../scripts/walk-onboarding.mjs";
const url = "http://localhost:28471";
for (const scheme of ["light","dark"]) {
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const c = await b.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB", timezoneId: "Europe/Amsterdam", colorScheme: scheme });
const p = await c.newPage();
const check = async (name) => { await p.waitForTimeout(500); const r = await new AxeBuilder({ page: p }).analyze(); console.log(scheme, name, r.violations.length ? JSON.stringify(r.violations.map(v => [v.id, v.nodes.slice(0,2).map(n => n.html.slice(0,140) + " :: " + (n.any[0]?.message ?? n.all[0]?.message ?? "").slice(0,160))]), null, 1) : "clean"); };
await walkOnboarding(p, url, async()=>{}); await p.waitForTimeout(500);
const runner = await p.evaluate(async () => { const d = await new Promise((res) => { const r = indexedDB.open("legwork"); r.onsuccess = () => res(r.result); }); const x = await new Promise((res) => { const r = d.transaction("device").objectStore("device").get("currentRunner"); r.onsuccess = () => res(r.result); }); d.close(); return x; });
await p.goto(`${url}/session?id=${v5("session_log/2026-11-23/A", runner)}`); await p.getByRole("button",{name:"Start",exact:true}).waitFor(); await check("opening");
await p.getByRole("button",{name:"Start",exact:true}).click(); await p.getByRole("button",{name:/Set done/}).waitFor(); await check("set");
await p.getByRole("button",{name:"Pain"}).click(); await p.waitForTimeout(500); await p.getByRole("button",{name:"How much, 0 to 10: 4"}).click(); await check("pain"); await p.getByRole("button",{name:"Close"}).click(); await p.waitForTimeout(400);
await p.getByRole("button",{name:"More",exact:true}).click(); await check("menu"); await p.getByRole("button",{name:/^Change/}).first().click(); await check("edit"); await p.getByRole("button",{name:"Close"}).click(); await p.waitForTimeout(400);
await p.getByRole("button",{name:/^Set done/}).click(); await p.waitForTimeout(300); await p.getByRole("button",{name:"Set done",exact:true}).click(); await p.getByRole("button",{name:"Skip rest"}).waitFor(); await check("rest"); await p.getByRole("button",{name:"Skip rest"}).click(); await p.waitForTimeout(200);
await p.getByRole("button",{name:"More",exact:true}).click(); await p.getByRole("button",{name:"Finish now"}).click(); await p.waitForTimeout(500); await check("after");
await p.goto(url+"/run"); await p.getByText("How did your legs").waitFor(); await p.getByRole("button",{name:/Time and distance/}).click(); await check("run");
for (const r of ["more","about-data","account","invitation?code=ABC"]) { await p.goto(`${url}/${r}`); await p.waitForTimeout(500); await check(r); }
await b.close(); }
