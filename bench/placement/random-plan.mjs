// Random run plans that a seed and a number give again: 3 to 10 runs a week, some weeks unlike the others, evenings and doubles, a
// goal race in some, locked days, rest days, a second time of day.
import { programmeWeek } from "./bundle-core.mjs";

const START = "2026-08-31";
const WEEKS = 12;
const KINDS = ["easy", "easy", "easy", "recovery", "medium", "key", "key", "long"];
const MINUTES = { easy: [25, 70], recovery: [20, 40], medium: [45, 80], key: [40, 75], long: [75, 150] };
const TIMES = [null, null, null, "06:00", "07:00", "09:30", "12:15", "17:30", "18:00", "18:45", "20:00"];

export function randomPlan(core, { seed, number, doseOf }) {
  const random = generator(seed * 100_003 + number);
  const monday = (week) => core.addDays(START, week * 7);
  const weekly = weeklyRuns(core, random);
  const mondays = Array.from({ length: WEEKS + 2 }, (_, index) => monday(index - 1));
  const races = chance(random, 0.3) ? [goalRace(core, random)] : [];
  const isRaceDay = ({ date }) => races.some((race) => race.date === date);
  const runs = mondays.flatMap((each) => {
    const pattern = chance(random, 0.15) ? weeklyRuns(core, random) : weekly;
    return core.runsOfWeek(pattern, each).filter((run) => !isRaceDay(run));
  });
  const asked = core.askWeeks({ mondays: mondays.slice(1, -1), firstWeek: 1, runs: [...runs, ...races], timeOff: [] });
  return {
    weeks: asked.map(({ monday: each, ask, week }, index) => ({
      week: races.length > 0 ? week : programmeWeek(index),
      monday: each,
      ask,
      fixed: [],
      skipped: [],
    })),
    earliest: core.addDays(START, chance(random, 0.2) ? whole(random, 1, 3) : 0),
    runs: [...runs, ...races],
    sessions: [],
    settings: settings(core, random),
    habit: {},
    exposures: { A: whole(random, 0, 3), B: whole(random, 0, 3) },
    doseOf,
  };
}

function weeklyRuns(core, random) {
  const days = [...core.WEEKDAYS];
  return Array.from({ length: whole(random, 3, 10) }, (_, index) => {
    const kind = pick(random, KINDS);
    const [least, most] = MINUTES[kind];
    const day = pick(random, days);
    return {
      id: `run${index}`,
      day,
      kind,
      minutes: whole(random, least, most),
      startTime: pick(random, TIMES),
      km: null,
    };
  });
}

function goalRace(core, random) {
  const goal = pick(random, core.RACE_DISTANCES);
  const date = core.addDays(START, whole(random, 20, WEEKS * 7 - 1));
  return {
    id: "race",
    date,
    startTime: pick(random, TIMES),
    kind: "race",
    minutes: whole(random, 30, 300),
    km: null,
    goal,
  };
}

function settings(core, random) {
  return {
    ...core.DEFAULT_SETTINGS,
    strengthTime: pick(random, ["06:30", "12:00", "18:00", "18:00", "19:30"]),
    otherTime: chance(random, 0.2) ? pick(random, ["07:15", "13:00", "20:30"]) : null,
    lockedDays: core.WEEKDAYS.filter(() => chance(random, 0.12)).slice(0, 4),
    restDay: chance(random, 0.4) ? pick(random, core.WEEKDAYS) : null,
    twoADay: !chance(random, 0.15),
    keyRunHours: pick(random, [36, 36, 36, 24, 48]),
    longRunIsKey: chance(random, 0.1),
  };
}

// Mulberry32: small, good enough, the same everywhere.
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function chance(random, share) {
  return random() < share;
}

function whole(random, least, most) {
  return least + Math.floor(random() * (most - least + 1));
}

function pick(random, values) {
  return values[Math.floor(random() * values.length)];
}
