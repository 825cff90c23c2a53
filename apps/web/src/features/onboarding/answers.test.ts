import { describe, expect, test } from "vitest";
import { parseLocalDate, type LocalDate } from "@legwork/core/calendar";
import { SAMPLE_WEEK } from "@legwork/core/run";
import { answer, NO_ANSWERS, weekSum, type Answer, type Answers } from "./answers";
import { startRecords, suggestedStart } from "./start-records";

const told = (events: readonly Answer[], from: Answers = NO_ANSWERS) => events.reduce(answer, from);
const day = (text: string) => parseLocalDate(text) as LocalDate;

describe("the running week", () => {
  test("a tap on a free day makes it an easy run and selects it", () => {
    const answers = told([{ kind: "dayTapped", day: "tue" }]);
    expect(answers.runs.tue?.kind).toBe("easy");
    expect(answers.selected).toBe("tue");
  });

  test("a tap on a day that was cleared does not bring the run back", () => {
    const answers = told([
      { kind: "dayTapped", day: "tue" },
      { kind: "dayCleared", day: "tue" },
      { kind: "dayTapped", day: "tue" },
    ]);
    expect(answers.runs.tue).toBeUndefined();
  });

  test("a rest day has no run, and a run on it ends the rest day", () => {
    const rest = told([
      { kind: "dayTapped", day: "sun" },
      { kind: "restDayToggled", day: "sun" },
    ]);
    expect([rest.runs.sun, rest.restDay]).toEqual([undefined, "sun"]);
    expect(answer(rest, { kind: "runChanged", day: "sun", change: { kind: "long" } }).restDay).toBeNull();
  });

  test("the sample week brings four runs, four hours twenty and a free Sunday", () => {
    const answers = told([{ kind: "templateChosen", template: SAMPLE_WEEK }]);
    expect(weekSum(answers.runs)).toEqual({ runs: 4, minutes: 260 });
    expect(answers.restDay).toBe("sun");
  });

  test("minutes stay between one and a whole day", () => {
    const minutes = (value: number) =>
      told([{ kind: "runChanged", day: "mon", change: { minutes: value } }]).runs.mon?.minutes;
    expect([minutes(0), minutes(10_000), minutes(47.6)]).toEqual([1, 1440, 48]);
  });
});

describe("the start", () => {
  test("a symptom that is taken back takes the clearance with it", () => {
    const answers = told([
      { kind: "symptomToggled", question: "fainting" },
      { kind: "clearanceGiven", cleared: true },
      { kind: "symptomToggled", question: "fainting" },
    ]);
    expect(answers.screening).toMatchObject({ yes: [], cleared: false, answered: false });
  });

  test("the suggested start is today on a Monday and the next Monday otherwise", () => {
    expect(suggestedStart(day("2026-11-30"))).toBe("2026-11-30");
    expect(suggestedStart(day("2026-12-01"))).toBe("2026-12-07");
  });

  test("experience, regular running and owned weights are written, weights only beside dumbbells", () => {
    const answers = told([
      { kind: "kitChosen", kit: "dumbbells" },
      { kind: "weightOwned", grams: 10_000, owned: "pair" },
      { kind: "weightOwned", grams: 5000, owned: "one" },
      { kind: "weightOwned", grams: 5000, owned: "none" },
      { kind: "experienceSaid", experience: "trained" },
      { kind: "regularRunnerSaid", regularRunner: true },
    ]);
    const written = (from: Answers) => startRecords({ answers: from, today: day("2026-11-30"), zone: "UTC" }).programme;
    expect(written(answers)).toMatchObject({ experience: "trained", regularRunner: true, weights: { 10000: "pair" } });
    expect(written(answer(answers, { kind: "kitChosen", kit: "gym" })).weights).toBeUndefined();
  });

  test("what was not said is not written, and every safety question is written with its answer", () => {
    const answers = told([
      { kind: "templateChosen", template: SAMPLE_WEEK },
      { kind: "kitChosen", kit: "band" },
      { kind: "symptomToggled", question: "heart" },
    ]);
    const records = startRecords({ answers, today: day("2026-11-30"), zone: "Europe/Amsterdam" });
    expect(records.programme).toEqual({
      startDate: "2026-11-30",
      zone: "Europe/Amsterdam",
      kit: "band",
      strengthTime: "18:00",
      lockedDays: {},
      restDay: "sun",
    });
    expect(Object.keys(records.run_plan.runs)).toEqual(["mon", "wed", "fri", "sat"]);
    expect(records.health.screening).toMatchObject({
      answers: { heart: true, fainting: false },
      answeredOn: "2026-11-30",
    });
  });
});
