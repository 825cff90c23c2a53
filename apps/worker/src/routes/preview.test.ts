import type { PreviewAnswer } from "@legwork/core/preview";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testServer, type TestServer } from "../testing/test-server";
import { previewExampleRequest } from "./preview-example";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const preview = (body: unknown) =>
  server.app.request("/api/plan/preview", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
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
  ["a race", { race: { date: "2026-05-24", distance: "10k" } }, "notBuiltYet", "race"],
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
