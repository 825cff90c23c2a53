import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTranslator } from "use-intl/core";
import en from "../../messages/en/library.json" with { type: "json" };
import es from "../../messages/es/library.json" with { type: "json" };
import nl from "../../messages/nl/library.json" with { type: "json" };
import { KITS, sharedPrimeMovers } from "../exercise";
import type { ExtraCheck, Translate } from "../placement";
import { legLoad, LOAD_CLASSES, plannedSets, prescribe, sessionMinutes, walk, warmUpSeconds } from "../programme";
import { makeBody, readBody, type SessionLogFields } from "../record";
import { NO_LIMITS } from "../safety";
import { day } from "../testing";
import {
  FOCUSES,
  LEVELS,
  libraryDescription,
  libraryName,
  librarySession,
  searchLibrary,
  sessionWithin,
  sessionLibrary,
  sortForToday,
  type LibrarySession,
} from "./index";

const all = sessionLibrary();
const named = (id: string): LibrarySession => {
  const session = librarySession(id);
  if (session === null) throw new Error(`there is no ${id}`);
  return session;
};
const nameOf = ({ name }: LibrarySession) => `${name.series} ${name.level} ${name.part}`;
const contentOf = ({ prescription: { phase, plyo, pairs } }: LibrarySession) => JSON.stringify([phase, plyo, pairs]);
const exercisesOf = ({ prescription }: LibrarySession) => [...prescription.plyo, ...prescription.pairs.flat()];

describe("[LIB1] the sessions", () => {
  test("are more than a hundred under their names, and each has an id of its own", () => {
    expect(new Set(all.map(nameOf)).size).toBeGreaterThanOrEqual(100);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test("are no two the same", () => {
    expect(new Set(all.map(contentOf)).size).toBe(all.length);
  });

  test("serve every focus with three or more for every kit, and every level", () => {
    for (const kit of KITS)
      for (const focus of FOCUSES) expect(searchLibrary({ focus, kit }).length).toBeGreaterThanOrEqual(3);
    for (const level of LEVELS) expect(searchLibrary({ level, kit: "none" }).length).toBeGreaterThanOrEqual(10);
    for (const kit of KITS) expect(all.filter((session) => session.kit === kit).length).toBeGreaterThan(0);
  });
});

test("[LIB2] a session takes 8 to 40 minutes by the programme's time model, and no longer as supersets", () => {
  for (const { minutes, prescription } of all) {
    expect(minutes).toEqual(sessionMinutes(prescription));
    expect(minutes.superset).toBeGreaterThanOrEqual(8);
    expect(minutes.straight).toBeLessThanOrEqual(40);
    expect(minutes.superset).toBeLessThanOrEqual(minutes.straight);
  }
  const snacks = searchLibrary({ focus: "snack" });
  expect(Math.max(...snacks.map(({ minutes }) => minutes.superset))).toBeLessThan(12);
});

test("[LIB3] the leg load is that of the content, and the kind follows from it, whatever the session is called", () => {
  const kinds = { none: "C", light: "L", moderate: "B", heavy: "B" } as const;
  for (const session of all) {
    expect(session.legLoad).toEqual(legLoad(session.prescription, { exposures: 3 }));
    expect(session.prescription.kind).toBe(kinds[session.legLoad.class]);
    expect(session.prescription.library).toBe(session.id);
  }
});

test("[LIB3] the named sessions: Core Foundation I costs the legs nothing, Balance I is light, Lower-Body Foundation I moderate", () => {
  const shown = (id: string) => `${libraryName(named(id), english)}: ${named(id).legLoad.class}`;
  expect(
    [
      "core-foundation-1-none",
      "core-foundation-2-none",
      "balance-foundation-1-none",
      "lower-body-foundation-1-none",
    ].map(shown),
  ).toEqual([
    "Core Foundation I: none",
    "Core Foundation II: none",
    "Start to Plyometrics: Balance I: light",
    "Lower-Body Foundation I: moderate",
  ]);
  expect(named("balance-foundation-1-none").legLoad.points).toBe(0.9);
  expect(named("lower-body-foundation-1-none").legLoad.points).toBe(4.5);
});

describe("[LIB4] what a session holds", () => {
  test("partners never share a prime mover, and no exercise comes twice", () => {
    for (const session of all) {
      for (const [one, other] of session.prescription.pairs)
        if (one && other) expect(sharedPrimeMovers(one.pattern, other.pattern)).toEqual([]);
      const exercises = exercisesOf(session).map(({ exercise }) => exercise);
      expect(new Set(exercises).size).toBe(exercises.length);
    }
  });

  test("no Nordics and no drop jumps; jumps and one-leg hops at the strong level only", () => {
    for (const session of all)
      for (const { exercise } of exercisesOf(session)) {
        expect(["P8.3", "P8.4", "P8.5", "PLYO.Y5"]).not.toContain(exercise);
        if (exercise === "PLYO.Y3" || exercise === "PLYO.Y4") expect(session.level).toBe("strong");
        if (exercise === "PLYO.Y2") expect(session.level).not.toBe("foundation");
      }
  });

  test("what hops or jumps asks for the gate of the spring drills, heel bounces do not", () => {
    for (const session of all) {
      const hops = session.prescription.plyo.some(({ exercise }) => exercise !== "PLYO.Y0");
      expect(session.needsSpringGate).toBe(hops);
    }
    expect(named("balance-foundation-1-none").needsSpringGate).toBe(false);
    expect(named("balance-foundation-3-none").needsSpringGate).toBe(true);
  });

  test("core costs the legs nothing, and mobility is held without effort", () => {
    for (const focus of ["core", "upperBody", "mobility"] as const)
      for (const { legLoad: load } of searchLibrary({ focus })) expect(load).toEqual({ points: 0, class: "none" });
    for (const session of searchLibrary({ focus: "mobility" }))
      expect(exercisesOf(session).every(({ pattern, rir }) => pattern === "MOB" && rir === 5)).toBe(true);
  });
});

test("[LIB5] a session of six sets or fewer warms up for three minutes, mobility for one; the programme's own as ever", () => {
  expect(warmUpSeconds(named("snack-legs-foundation-1-none").prescription)).toBe(180);
  expect(warmUpSeconds(named("mobility-foundation-1-none").prescription)).toBe(60);
  expect(warmUpSeconds(named("lower-body-foundation-1-none").prescription)).toBe(360);
  const taper = prescribe({ kind: "T2", week: 10, kit: "none", maxMinutes: null });
  expect(warmUpSeconds(taper)).toBe(330);
});

test("[LIB5] trunk, balance and mobility rest 20 s between their rounds", () => {
  for (const id of ["core-strong-1-none", "mobility-foundation-1-none"]) {
    const rests = walk(named(id).prescription, "superset").map(({ restSecondsAfter }) => restSecondsAfter);
    expect(new Set(rests)).toEqual(new Set([0, 20]));
  }
});

test("[LIB6] a logged session of the library reads back as it was written, and every set has its entry", () => {
  for (const { prescription, id } of all) {
    const fields: SessionLogFields = {
      monday: day("2026-11-16"),
      kind: prescription.kind,
      prescription,
      date: day("2026-11-16"),
      startedAt: "2026-11-16T17:00:00.000Z",
      mode: "superset",
      sets: {},
      rir: {},
    };
    const reading = readBody("session_log", makeBody("session_log", fields));
    expect(reading.ok && reading.fields.prescription).toEqual(prescription);
    const entries = plannedSets(prescription).map(({ entry }) => entry);
    expect(new Set(entries).size).toBe(entries.length);
    expect(librarySession(id)).toBe(all.find((each) => each.id === id));
  }
  expect(librarySession("unheard-of")).toBeNull();
});

const anyQuery = fc.record(
  {
    focus: fc.constantFrom(...FOCUSES),
    kit: fc.constantFrom(...KITS),
    minutesMax: fc.oneof(fc.integer({ min: -5, max: 60 }), fc.constant(Number.NaN)),
    level: fc.constantFrom(...LEVELS),
    legLoadMax: fc.constantFrom(...LOAD_CLASSES),
    springGateOpen: fc.boolean(),
  },
  { requiredKeys: [] },
);

test("[LIB7] a search finds what answers every part of it, and with a kit one version of each session", () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const found = searchLibrary(query);
      const { focus, kit, minutesMax, level, legLoadMax, springGateOpen } = query;
      for (const session of found) {
        if (focus !== undefined) expect(session.focus).toBe(focus);
        if (kit !== undefined) expect(KITS.indexOf(session.kit)).toBeLessThanOrEqual(KITS.indexOf(kit));
        if (minutesMax !== undefined) expect(session.minutes.superset).toBeLessThanOrEqual(minutesMax);
        if (level !== undefined) expect(session.level).toBe(level);
        if (legLoadMax !== undefined)
          expect(LOAD_CLASSES.indexOf(session.legLoad.class)).toBeLessThanOrEqual(LOAD_CLASSES.indexOf(legLoadMax));
        if (springGateOpen === false) expect(session.needsSpringGate).toBe(false);
      }
      if (kit !== undefined) expect(new Set(found.map(nameOf)).size).toBe(found.length);
      const { kit: _, ...anyKit } = query;
      expect(new Set(searchLibrary(anyKit).map(nameOf)).size).toBeGreaterThanOrEqual(new Set(found.map(nameOf)).size);
    }),
  );
  expect(new Set(searchLibrary({ kit: "gym" }).map(nameOf))).toEqual(new Set(all.map(nameOf)));
  expect(new Set(searchLibrary({ kit: "none" }).map(nameOf))).toEqual(new Set(all.map(nameOf)));
});

test("[LIB9] what fits today comes first, what costs something next, and within each the nearest minutes", () => {
  const check = ({ legLoad: { class: legs } }: LibrarySession): ExtraCheck => ({
    status: legs === "none" ? "fits" : legs === "light" ? "costs" : "blocked",
    reasons: [],
  });
  const sorted = sortForToday(searchLibrary({ kit: "band", minutesMax: 25 }), { check, minutes: 25 });
  const order = ["fits", "costs", "blocked"];
  for (const [index, { check: here, session }] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined) continue;
    expect(order.indexOf(here.status)).toBeLessThanOrEqual(order.indexOf(next.check.status));
    if (here.status === next.check.status)
      expect(session.minutes.superset).toBeGreaterThanOrEqual(next.session.minutes.superset);
  }
  const asFound = searchLibrary({ focus: "core", kit: "none" });
  expect(sortForToday(asFound, { check }).map(({ session }) => session)).toEqual(asFound);
});

test("[SAFE13] a session of the library keeps its id and name within the limits, and its minutes and leg load are worked out anew", () => {
  const careful = {
    ...NO_LIMITS,
    springDrills: false,
    nordics: false,
    hamstringCurl: false,
    rungMax: 0,
    rirMin: 3,
  } as const;
  for (const session of searchLibrary({ kit: "gym" })) {
    expect(sessionWithin(session, NO_LIMITS, "gym")).toBe(session);
    const within = sessionWithin(session, careful, "gym");
    if (within === null) continue;
    expect([within.id, within.name]).toEqual([session.id, session.name]);
    expect(within.minutes).toEqual(sessionMinutes(within.prescription));
    expect(within.legLoad.points).toBeLessThanOrEqual(session.legLoad.points);
    expect([within.needsSpringGate, within.prescription.plyo]).toEqual([false, []]);
  }
  expect(sessionWithin(named("lower-body-foundation-1-none"), careful, "none")?.prescription.pairs.flat()).toEqual(
    expect.not.arrayContaining([expect.objectContaining({ pattern: "P8" })]),
  );
});

const translatorOf = (locale: string, messages: typeof en): Translate => {
  const t = createTranslator({ locale, messages: { library: messages } });
  return (key, values) => t(key as Parameters<typeof t>[0], values as never);
};
const english = translatorOf("en", en);

test.each([
  ["en", en],
  ["nl", nl],
  ["es", es],
] as const)("[LIB10] every session has a name of its own and a sentence in %s", (locale, messages) => {
  const translate = translatorOf(locale, messages);
  const names = all.map((session) => libraryName(session, translate));
  expect(new Set(names).size).toBe(all.length);
  expect(names.filter((name) => name.includes("library."))).toEqual([]);
  for (const session of all) expect(libraryDescription(session, translate)).toMatch(/^[^.]+\.$/);
});

test("[LIB10] a name says level, number and kit", () => {
  const names = [
    "lower-body-foundation-1-band",
    "jumps-strong-2-dumbbells",
    "mobility-foundation-3-none",
    "snack-core-build-1-none",
  ];
  expect(names.map((id) => libraryName(named(id), english))).toEqual([
    "Lower-Body Foundation I · band",
    "Jumps and Balance, Strong II · dumbbells",
    "Mobility III",
    "Ten Minutes: Core, Build",
  ]);
});
