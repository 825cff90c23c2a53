import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test, type Download, type Page } from "@playwright/test";
import { CSV_FILES, parseCsv } from "@legwork/core/exchange";
import { adjustmentsId, type RunnerId } from "@legwork/core/record";
import { expectAccessible } from "./accessible";
import { expectFits } from "./fits";
import { expectNoFaults, goOffline, MONDAY_EVENING, ONLINE, openPhone } from "./phone";
import { beginSampleWeek, makeAccount, signIn, trainSets, type Login } from "./runner-steps";
import { serverOfThisFile } from "./server";
import { plantOp, runnerOfAccount, sendOps } from "./stream-steps";

const server = serverOfThisFile();
const TWO_DAYS = "50:00:00";
const LONG_MS = 30_000;

function login(name: string): Login {
  return { name, email: `${name.toLowerCase()}@example.org`, password: `hills-and-${name}-tempo-9` };
}

async function openLight(page: Page): Promise<void> {
  await page.goto(`${server.url}/about-data`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

async function everythingSent(page: Page): Promise<void> {
  await openLight(page);
  await expect(page.getByText("This phone and the server hold the same.")).toBeVisible({ timeout: LONG_MS });
}

async function rescueFile(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Rescue file", exact: true }).click(),
  ]);
  return readFile(await download.path(), "utf8");
}

/** What the tables hold, by the names they are saved under. */
async function savedTables(page: Page): Promise<ReadonlyMap<string, string>> {
  const downloads: Download[] = [];
  const keep = (download: Download) => void downloads.push(download);
  page.on("download", keep);
  await page.getByRole("button", { name: "Tables (CSV)" }).click();
  await expect.poll(() => downloads.length).toBe(CSV_FILES.length);
  page.off("download", keep);
  const texts = downloads.map(
    async (download) => [download.suggestedFilename(), await readFile(await download.path(), "utf8")] as const,
  );
  return new Map(await Promise.all(texts));
}

function rowsOf(table: string | undefined): readonly (readonly string[])[] {
  const parsed = parseCsv(table ?? "");
  return parsed.ok ? parsed.rows : [];
}

async function chooseFile(page: Page, text: string, name = "legwork-rescue.json"): Promise<void> {
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  await page.getByLabel("Open a rescue file").setInputFiles(file);
}

/** What a file says but when it was made, and what only a server can add. */
function partsOf(text: string): object {
  const { exportedAt: _at, server: _server, ...parts } = JSON.parse(text) as Record<string, unknown>;
  return parts;
}

test("logs made offline are counted with their age, and a rescue file brings everything to an empty phone", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const phone = await openPhone(browser, { acceptDownloads: true });
  const page = await phone.newPage();
  const ann = login("Ann");
  await test.step("a set logged without signal is counted", async () => {
    await beginSampleWeek(page, server.url);
    await makeAccount(page, server.url, ann);
    await everythingSent(page);
    await page.goto(server.url);
    await page.getByRole("link", { name: "Start", exact: true }).click();
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await trainSets(page, 1);
    await everythingSent(page);
    await goOffline(page, server);
    await page.goto(server.url);
    await page
      .getByRole("link", { name: /Start|Go on|Continue/ })
      .first()
      .click();
    await trainSets(page, 1);
    await openLight(page);
    await expect(page.getByRole("heading", { name: "only on this phone" })).toBeVisible();
    await expect(page.getByText("Oldest only here")).toBeVisible();
  });
  const before = await test.step("the rescue file says what it could not reach", async () => {
    const text = await rescueFile(page);
    await expect(page.getByText(/The server did not answer, so earlier versions are not in it/)).toBeVisible({
      timeout: LONG_MS,
    });
    return text;
  });
  await test.step("the tables for a spreadsheet hold both sets", async () => {
    const tables = await savedTables(page);
    const today = MONDAY_EVENING.toISOString().slice(0, 10);
    expect([...tables.keys()].sort()).toEqual(CSV_FILES.map((name) => `legwork-${name}-${today}.csv`).sort());
    const [head = [], ...sets] = rowsOf(tables.get(`legwork-sets-${today}.csv`));
    const [date, state] = [head.indexOf("date"), head.indexOf("state")];
    expect(sets.map((set) => [set[date], set[state]])).toEqual([
      [today, "done"],
      [today, "done"],
    ]);
    const [names = [], ...sessions] = rowsOf(tables.get(`legwork-sessions-${today}.csv`));
    expect(sessions.map((session) => session[names.indexOf("sets done")])).toEqual(["2"]);
  });
  await test.step("two days later the light tells how old it is", async () => {
    await page.clock.fastForward(TWO_DAYS);
    await page.goto(server.url);
    await expect(page.getByText(/offline, 1 only here, oldest 2 days ago/)).toBeVisible();
  });

  const other = await openPhone(browser, { acceptDownloads: true });
  const otherPage = await other.newPage();
  await test.step("an empty phone opens it without signal, and exports the same", async () => {
    await server.start();
    await openLight(otherPage);
    await goOffline(otherPage, server);
    await chooseFile(otherPage, before);
    await expect(otherPage.getByText("This phone is empty.")).toBeVisible();
    await expectAccessible(otherPage, "a rescue file to be opened");
    await expectFits(otherPage, "a rescue file to be opened");
    await otherPage.getByRole("button", { name: "Bring it in" }).click();
    await expect(otherPage.getByText(/records? brought in/)).toBeVisible();
    await expect(otherPage.getByRole("heading", { name: "only on this phone" })).toBeVisible();
    expect(partsOf(await rescueFile(otherPage))).toEqual(partsOf(before));
  });
  await test.step("signed in, what waited is sent once", async () => {
    await server.start();
    await other.setOffline(false);
    await signIn(otherPage, server.url, ann);
    await expect(otherPage.getByText("Signed in.")).toBeVisible({ timeout: LONG_MS });
    await everythingSent(otherPage);
    const head = await headOfExport(otherPage);
    await phone.setOffline(false);
    await openLight(page);
    await page.getByRole("button", { name: "Try now" }).click();
    await expect(page.getByText("This phone and the server hold the same.")).toBeVisible({ timeout: LONG_MS });
    expect(await headOfExport(page)).toBe(head);
  });
  await test.step("with the server the file holds its whole export; opened again nothing is to be done", async () => {
    const text = await rescueFile(page);
    expect((JSON.parse(text) as { server: { format: string } }).server.format).toBe("legwork-export");
    await chooseFile(page, text);
    await expect(page.getByText("Everything of this file is here already.")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).last().click();
  });
  for (const context of [phone, other]) {
    expectNoFaults(context);
    await context.close();
  }
});

async function headOfExport(page: Page): Promise<number> {
  const answer = await page.request.get(`${server.url}/api/me/export`);
  return ((await answer.json()) as { runner: { head: number } }).runner.head;
}

test("a wrong file is refused in one sentence and changes nothing", async ({ browser }) => {
  const phone = await openPhone(browser, { ...ONLINE, acceptDownloads: true });
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await openLight(page);
  const good = await rescueFile(page);
  const wrong: readonly (readonly [string, RegExp])[] = [
    ["\u0089PNG", /This is not a rescue file/],
    [`{"type":"FeatureCollection"}`, /of another app/],
    [good.slice(0, -40), /is cut off/],
    [good.replace('"version": 2', '"version": 3'), /of a newer Legwork/],
    [good.replace('"kind":"programme"', '"kind":7'), /is damaged at records\[\d+\]/],
    [good.replace('"records": [', `"records": [${"[".repeat(5000)}${"]".repeat(5000)},`), /is damaged at records\[0\]/],
  ];
  for (const [text, sentence] of wrong) {
    await chooseFile(page, text);
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await expectAccessible(page, "a wrong rescue file");
  await expectFits(page, "a wrong rescue file");
  expect(partsOf(await rescueFile(page))).toEqual(partsOf(good));
  expectNoFaults(phone);
  await phone.close();
});

test("what the server refused says why, is mended, and goes out; what waits behind is shown before it goes", async ({
  browser,
}) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await makeAccount(page, server.url, login("Bo"));
  await everythingSent(page);
  const run = { kind: "run_log", patch: { date: "2026-11-16", kind: "easy", minutes: 4000 } };
  const [mended, gone] = [randomUUID(), randomUUID()];
  await plantOp(page, { ...run, record: mended });
  await openLight(page);
  await page.getByRole("button", { name: "Try now" }).click();
  await page.getByRole("button", { name: "See why" }).click();
  await expect(page.getByText("Minutes cannot be 4000.")).toBeVisible();
  await expectAccessible(page, "a refused change");
  await expectFits(page, "a refused change");
  await page.getByLabel("Minutes").fill("4001");
  await page.getByRole("button", { name: "Send it mended" }).click();
  await expect(page.getByText("This is not a number within its bounds.")).toBeVisible();
  await page.getByLabel("Minutes").fill("45");
  await page.getByRole("button", { name: "Send it mended" }).click();
  await expect(page.getByText("Mended.")).toBeVisible();
  await everythingSent(page);
  const exported = await (await page.request.get(`${server.url}/api/me/export`)).text();
  expect(exported).toContain(mended);

  await plantOp(page, { ...run, record: gone });
  await page.getByRole("button", { name: "Try now" }).click();
  await page.getByRole("button", { name: "See why" }).click();
  await page.getByRole("button", { name: "Let it go" }).click();
  await expect(page.getByText("Let go.")).toBeVisible();
  await expect(page.getByText("This phone and the server hold the same.")).toBeVisible();
  expectNoFaults(phone);
  await phone.close();
});

test("two answers are shown with who wrote them, and the chosen one stands", async ({ browser }) => {
  const phone = await openPhone(browser, ONLINE);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await makeAccount(page, server.url, login("Cy"));
  await everythingSent(page);
  const desk = await (await openPhone(browser, ONLINE)).newPage();
  await makeAccount(desk, server.url, login("Dee"));
  const squad = await post(desk, "/api/squads", { name: "Track" });
  const { code } = await post(desk, `/api/squads/${String(squad["id"])}/invitations`, {});
  await post(page, `/api/invitations/${String(code)}/accept`, {});

  const runner = await runnerOfAccount(page.request, server.url);
  const stream = { url: server.url, runner };
  const record = adjustmentsId(runner as RunnerId);
  const rung = (number: number) => ({ "chosen/P1": { from: "2026-11-16", rung: number } });
  await sendOps(desk.request, stream, [{ record, kind: "adjustments", patch: rung(2) }]);
  await sendOps(page.request, stream, [{ record, kind: "adjustments", patch: rung(3) }]);

  await openLight(page);
  await page.getByRole("button", { name: "Try now" }).click();
  await page.getByRole("link", { name: "1 value to choose" }).click();
  await expect(page.getByText("Your choice, P1")).toBeVisible();
  await expect(page.getByText("Dee, stands now")).toBeVisible();
  await expectAccessible(page, "two answers");
  await expectFits(page, "two answers");
  await page.getByRole("button", { name: "Take yours" }).click();
  await expect(page.getByRole("heading", { name: "Nothing to choose" })).toBeVisible();
  await everythingSent(page);
  const exported = (await (await page.request.get(`${server.url}/api/me/export`)).json()) as {
    records: readonly { id: string; body: Readonly<Record<string, unknown>> }[];
  };
  expect(exported.records.find(({ id }) => id === record)?.body["chosen/P1"]).toMatchObject({ rung: 3 });
  expectNoFaults(phone);
  await phone.close();
  await desk.context().close();
});

async function post(page: Page, path: string, data: object): Promise<Readonly<Record<string, unknown>>> {
  const answer = await page.request.post(server.url + path, { headers: { origin: server.url }, data });
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}

test("an earlier version is told in words and brought back; without signal it says that it needs one", async ({
  browser,
}) => {
  const phone = await openPhone(browser);
  const page = await phone.newPage();
  await beginSampleWeek(page, server.url);
  await makeAccount(page, server.url, login("Eve"));
  await everythingSent(page);
  const stream = { url: server.url, runner: await runnerOfAccount(page.request, server.url) };
  const record = randomUUID();
  const body = { date: "2026-11-16", kind: "easy", minutes: 40 };
  const [base = 0] = await sendOps(page.request, stream, [{ record, kind: "run_log", patch: body }]);
  await sendOps(page.request, stream, [{ record, kind: "run_log", base, patch: { minutes: 55, km: 10 } }]);
  await everythingSent(page);

  await page.goto(`${server.url}/history?id=${record}`);
  await expect(page.getByText("Minutes: 40 → 55")).toBeVisible();
  await expect(page.getByText("Kilometres: nothing → 10")).toBeVisible();
  await expect(page.getByText("written by you").first()).toBeVisible();
  await expectAccessible(page, "earlier versions");
  await expectFits(page, "earlier versions");
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByText("Brought back.")).toBeVisible();
  await everythingSent(page);
  await page.goto(`${server.url}/run?id=${record}`);
  await expect(page.getByText(/40/).first()).toBeVisible();
  await page.getByRole("link", { name: "Earlier versions" }).click();
  await expect(page.getByText("Minutes: 55 → 40")).toBeVisible();

  await goOffline(page, server);
  await page.goto(`${server.url}/history?id=${record}`);
  await expect(page.getByRole("heading", { name: "Needs a signal" })).toBeVisible();
  await server.start();
  expectNoFaults(phone);
  await phone.close();
});
