// Five years of records, made quickly and not lived: two sessions a week and as many beside the plan, five runs, what was felt and said.
const WEEKS = 260;
const START = "2022-01-03";

/** Records of a runner and the day after the last of them; `core` is the bundled rules. */
export function fiveYears(core) {
  const runner = core.runnerOf("five years");
  const programme = {
    startDate: START,
    zone: "Europe/Amsterdam",
    kit: "dumbbells",
    lockedDays: {},
    regularRunner: true,
  };
  const records = [
    ...core.begunRunner(runner, {
      programme: { ...programme, weights: { 4000: "pair", 6000: "pair", 8000: "pair", 10000: "pair", 12000: "pair" } },
    }),
  ];
  const add = (kind, key, fields) => {
    const record = core.planRecord(runner, kind, { key, fields });
    records.push(record);
    return record;
  };
  let turn = 7;
  const random = (below) => {
    turn = (turn * 48271) % 2147483647;
    return turn % below;
  };
  for (let week = 0; week < WEEKS; week += 1) {
    const monday = core.addDays(START, 7 * week);
    const programmeWeek = week < 12 ? week + 1 : 5 + ((week - 12) % 8);
    const agreed = {};
    for (const [slot, on] of [
      ["A", 3],
      ["B", 0],
    ]) {
      const date = core.addDays(monday, on);
      const prescription = core.prescribe({ kind: slot, week: programmeWeek, kit: "dumbbells", maxMinutes: null });
      agreed[slot] = { date, startTime: "18:30", kind: slot, prescription, coreVersion: 1 };
      // The last session is still to come.
      if (week + 1 === WEEKS && slot === "A") continue;
      const fields = logFields(prescription, { monday, date, slot });
      const log = {
        id: core.sessionLogId(runner, monday, slot),
        kind: "session_log",
        body: core.makeBody("session_log", fields),
        deleted: false,
      };
      records.push(log);
      if (random(3) === 0) add("health", log.id, { about: log.id, date, sore: { calf: random(5), glute: random(4) } });
    }
    add("week_plan", monday, { monday, agreed, moves: {}, skips: {} });
    for (const on of week % 13 < 12 ? [1, 5] : [1]) {
      const date = core.addDays(monday, on);
      const prescription = core.prescribe({ kind: "C", week: programmeWeek, kit: "dumbbells", maxMinutes: null });
      records.push({
        id: core.recordIdOf(`extra ${week} ${on}`),
        kind: "session_log",
        body: core.makeBody("session_log", logFields(prescription, { monday, date })),
        deleted: false,
      });
    }
    add("run_log", `unplanned ${week}`, {
      date: core.addDays(monday, 4),
      kind: "easy",
      minutes: 30 + random(10),
      tags: {},
    });
    for (const { planned, date } of runsOf(core, monday)) {
      const run = add("run_log", planned.id, {
        plannedRun: planned.id,
        date,
        kind: planned.kind,
        minutes: planned.minutes - random(5),
        km: 8,
        effort: 3 + random(4),
        tags: {},
      });
      add("run_feel", run.id, { run: run.id, date, feel: 1 + random(5) });
    }
  }
  const today = core.addDays(START, 7 * (WEEKS - 1) + 3);
  return {
    runner,
    records: records.filter(({ body }) => !(typeof body.date === "string" && body.date > today)),
    today,
  };

  function logFields(prescription, where) {
    const sets = Object.fromEntries(
      core.plannedSets(prescription).map(({ entry, exercise }) => [
        entry,
        {
          pattern: exercise.pattern,
          state: "done",
          amount: exercise.amount + random(3),
          ...(core.takesLoad(exercise.exercise) ? { loadGrams: 8000 } : {}),
        },
      ]),
    );
    const patterns = new Set(prescription.pairs.flat().map(({ pattern }) => pattern));
    const rir = Object.fromEntries([...patterns].map((pattern) => [pattern, 2 + random(4)]));
    return {
      ...where,
      kind: prescription.kind,
      prescription,
      startedAt: `${where.date}T17:00:00.000Z`,
      mode: "superset",
      ending: "finished",
      sets,
      rir,
    };
  }
}

function runsOf(core, monday) {
  return core.runsOfWeek(core.SAMPLE_WEEK.runs, monday).map((planned) => ({ planned, date: planned.date }));
}
