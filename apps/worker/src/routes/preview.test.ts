import type { PreviewAnswer } from "@legwork/core/preview";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testServer, type TestServer } from "../testing/test-server";
import { previewExampleRequest } from "./preview-example";
import { LANGUAGES } from "./translate";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const preview = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  server.app.request("/api/plan/preview", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

test("the sample week gets A on Thursday and B on Monday, with sentences for every day", async () => {
  const { weeks } = (await (await preview({ ...previewExampleRequest, weeks: 3 })).json()) as PreviewAnswer;
  const [, second] = weeks;
  const days = second?.sessions.map(({ kind, date }) => [kind, new Date(date).getUTCDay()]);
  expect(days).toEqual(
    expect.arrayContaining([
      ["A", 4],
      ["B", 1],
    ]),
  );
  for (const session of second?.sessions ?? []) {
    expect(session.rejected.length).toBe(6);
    for (const { text } of [...session.why, ...session.rejected]) expect(text).toMatch(/^\S.*\.$/);
  }
});

test("twelve weeks unless asked otherwise, the same bytes each time", async () => {
  const { weeks: _, ...request } = previewExampleRequest;
  const [one, two] = await Promise.all([preview(request), preview(request)]);
  const bytes = await one.text();
  expect(await two.text()).toBe(bytes);
  expect((JSON.parse(bytes) as PreviewAnswer).weeks.length).toBe(12);
});

const run = { day: "mon", kind: "easy", minutes: 50 };
test.each([
  ["an unknown run kind", { runs: [{ ...run, kind: "jog" }] }, "invalidRequest", "runs[0].kind"],
  ["a run of no minutes", { runs: [{ ...run, minutes: 0 }] }, "invalidRequest", "runs[0].minutes"],
  ["a run of a week", { runs: [{ ...run, minutes: 10_000 }] }, "invalidRequest", "runs[0].minutes"],
  ["a start in 1900", { startDate: "1900-01-01" }, "invalidRequest", "startDate"],
  ["a day that does not exist", { startDate: "2026-02-30" }, "invalidRequest", "startDate"],
  ["thirteen weeks", { weeks: 13 }, "invalidRequest", "weeks"],
  ["an unknown field", { coach: "Ada" }, "invalidRequest", "coach"],
  [
    "a race of no known distance",
    { races: [{ date: "2026-05-24", distance: "10k" }] },
    "invalidRequest",
    "races[0].distance",
  ],
])("%s is refused by name with a sentence", async (_, change, code, at) => {
  const response = await preview({ ...previewExampleRequest, ...change });
  const problem = (await response.json()) as { code: string; at: string; detail: string };
  expect(problem).toMatchObject({ code, at });
  expect(problem.detail).toMatch(/^\S.*\.$/);
});

test("eight runs on a day are refused", async () => {
  const response = await preview({ ...previewExampleRequest, runs: Array.from({ length: 8 }, () => run) });
  expect([response.status, await response.json()]).toMatchObject([400, { code: "invalidRequest" }]);
});

/** A week with too little room, so that it says what it gave up. */
const crowded = {
  ...previewExampleRequest,
  strength: { lockedDays: ["mon", "tue", "thu", "fri", "sat", "sun"] },
};

function textsOf(answer: unknown): readonly string[] {
  if (Array.isArray(answer)) return answer.flatMap(textsOf);
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (key === "text" ? [String(value)] : textsOf(value)));
}

test.each([
  [undefined, "en"],
  ["en-GB,en;q=0.9", "en"],
  ["nl", "nl"],
  ["nl-BE,nl;q=0.9,en;q=0.8", "nl"],
  ["ca, es-419;q=0.8, en;q=0.7", "es"],
  ["en;q=0.5, ES;q=0.9", "es"],
  ["nl;q=0, en", "en"],
  ["fr, *;q=0.5", "en"],
  ["constructor", "en"],
  [';;,="', "en"],
])("asked in %s it answers in %s and says so", async (wish, language) => {
  const response = await preview(previewExampleRequest, wish === undefined ? {} : { "Accept-Language": wish });
  expect(response.headers.get("Content-Language")).toBe(language);
  expect(response.headers.get("Vary")).toMatch(/\bAccept-Language\b/);
});

test.each([
  ["nl", /De dag na de intensieve loop van woensdag\./, /Wat in de weg staat: /],
  ["es", /El día después del entrenamiento clave del miércoles\./, /Lo que lo impide: /],
])("in %s every text is a sentence of that language, and the plan is the same", async (language, reason, shortfall) => {
  const inLanguage = async (wish: string, request: object) =>
    (await (await preview(request, { "Accept-Language": wish })).json()) as PreviewAnswer;
  const texts = textsOf(await inLanguage(language, previewExampleRequest));
  const crowdedTexts = textsOf(await inLanguage(language, crowded));
  expect(texts.join(" ")).toMatch(reason);
  expect(crowdedTexts.join(" ")).toMatch(shortfall);
  for (const text of [...texts, ...crowdedTexts]) {
    expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
    expect(text).not.toMatch(/\b(the|needs?|legs|run|session)\b/i);
  }
  const placesOf = ({ weeks }: PreviewAnswer) =>
    weeks.map(({ sessions }) =>
      sessions.map(({ id, date, startTime, exercises }) => [
        id,
        date,
        startTime,
        exercises.map(({ exercise: _named, ...asked }) => asked),
      ]),
    );
  const namesOf = ({ weeks }: PreviewAnswer) =>
    new Set(
      weeks.flatMap(({ sessions }) => sessions.flatMap(({ exercises }) => exercises.map((each) => each.exercise))),
    );
  const english = namesOf(await inLanguage("en", crowded));
  // Some are called the same in Dutch gyms.
  const untold = [...namesOf(await inLanguage(language, crowded))].filter((name) => english.has(name));
  expect(untold.filter((name) => !["Dead bug", "Split squat", "Step-up"].includes(name))).toEqual([]);
  expect(placesOf(await inLanguage(language, crowded))).toEqual(placesOf(await inLanguage("en", crowded)));
});

test("in each language the same request has the same bytes", async () => {
  for (const language of LANGUAGES) {
    const ask = async () => (await preview(previewExampleRequest, { "Accept-Language": language })).text();
    expect(await ask()).toBe(await ask());
  }
});

test("a refusal says what is wrong in the reader's language", async () => {
  const response = await preview({ ...previewExampleRequest, weeks: 13 }, { "Accept-Language": "nl" });
  expect(response.headers.get("Content-Language")).toBe("nl");
  expect(response.headers.get("Vary")).toMatch(/\bAccept-Language\b/);
  expect(await response.json()).toMatchObject({ detail: "weeks moet tussen 1 en 12 liggen." });
});
