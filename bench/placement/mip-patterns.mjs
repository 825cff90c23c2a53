// The placement as a close mixed-integer model, gaps and the turn of M included: patterns of whole weeks, and states between them that
// follow. About twice as fast for HiGHS as the first one in mip-model.mjs. Its coefficients come from the second writing of the rules.
//
// z[w,p]   = 1 when week w is filled with pattern p: the way, the places of its one or two sessions, and how heavy each of them is.
//            Patterns that break a rule do not exist. Each allows its sessions to be new to the legs up to a factor.
// y[w,f,k] = 1 when family f (A or B) was trained k times before week w, 3 = three times or more; s[w,f,k] of it is trained in week w.
// g[w,d]   = 1 when the last leg session lies d days before week w; l[w,d] of it has leg sessions in week w. A gap of 11 or 18 days
//            forbids patterns that are not heavy enough for it.
// r[w]     = 1 when a return after 18 days has one session left; m[w] = 1 when the second of the two Ms comes next.
// b[w]     = 1 when the last loaded session of week w lies less than 72 h before the first of the next (C11).
//
// n[w]     = 1 when a gap of 42 days or more ends in week w: what was trained before counts no longer.
//
// Only z is asked to be whole; the others follow.

const KNOWN = 3;
const AS_NEW_DAYS = 42;
const DAYS = [0, 1, 2, 3, 4, 5, 6];
const HOUR = 60;

/** The model of one plan as HiGHS takes it: columns, rows, and a sparse matrix by rows. */
export function patternModel(core, input) {
  const book = core.openBook(input);
  const model = newModel();
  const weeks = input.weeks.map((_, index) => {
    const patterns = patternsOf(core, book, index);
    return patterns.map((pattern) => ({ ...pattern, z: model.column(pattern.cost, { isWhole: true }) }));
  });
  for (const patterns of weeks) model.row(1, 1, all(patterns));
  const asNew = addGaps(model, { input, weeks, core });
  for (const slot of ["A", "B"]) addExposures(model, { input, weeks, asNew, slot });
  addTurns(model, { input, weeks });
  for (let w = 1; w < weeks.length; w += 1) addBorder(model, weeks[w - 1], weeks[w]);
  return model.data();
}

function all(patterns, is = () => true, factor = 1) {
  return patterns.filter(is).map(({ z }) => [z, factor]);
}

// Every way to fill the week. A session of one class at one place stands once, for the largest factor that leaves it in its class.
function patternsOf(core, book, index) {
  const week = book.input.weeks[index];
  const found = [];
  for (const [kindA, kindB, cost] of core.waysOf(week))
    for (const A of sessionsOf(core, book, { index, slot: "A", kind: kindA }))
      for (const B of sessionsOf(core, book, { index, slot: "B", kind: kindB })) {
        const pair = A && B ? core.apart(A.session, B.session) : { forbidden: false, points: 0 };
        const both = [A, B].filter((each) => each !== null);
        if (
          pair.forbidden ||
          core.isWeekTooFull(
            book,
            index,
            both.map(({ session }) => session),
          )
        )
          continue;
        const points = both.reduce((sum, each) => sum + each.points, pair.points);
        found.push({ A, B, cost: cost + points, ...whatFollows(both, index) });
      }
  return found;
}

function whatFollows(both, index) {
  const inOrder = both.toSorted((one, other) => one.session.start - other.session.start);
  const legs = inOrder.filter(({ session }) => session.legs >= 1);
  const loaded = inOrder.filter(({ session }) => session.legs >= 2);
  return {
    legs: legs.map(({ session, factor }) => ({ day: session.day - 7 * index, factor })),
    firstLoaded: loaded[0]?.session.start ?? null,
    lastLoaded: loaded.at(-1)?.session.start ?? null,
  };
}

const FACTORS = [1, 1.25, 1.5];

function sessionsOf(core, book, { index, slot, kind }) {
  if (kind === null) return [null];
  const { input } = book;
  const { week } = input.weeks[index];
  const found = [];
  const turns = kind === "M" ? [1, 2] : [1];
  for (const turn of turns)
    for (const day of DAYS)
      for (const time of core.timesOf(input)) {
        const byLegs = new Map();
        for (const factor of FACTORS) {
          const ask = { kind, week, exposures: KNOWN, returning: factor, newRung: false, turn, kit: "own" };
          const { minutes, legLoad } = input.doseOf(ask);
          byLegs.set(core.LEGS[legLoad.class], { minutes: minutes.superset, factor });
        }
        if (byLegs.has(0) && byLegs.size > 1) throw new Error(`${kind} is no leg session once it is known`);
        for (const [legs, { minutes, factor }] of byLegs) {
          const start = core.startOn(book, 7 * index + day, { time, minutes });
          const place = { slot, kind, day: 7 * index + day, start, end: start + minutes, legs };
          const session = {
            ...place,
            isFirstA: false,
            step: null,
            isCaughtUp: false,
            given: null,
            isAtOtherTime: false,
          };
          const { forbidden, points } = core.judge(book, session);
          if (forbidden) continue;
          const isNoFirstA = kind === "A" && week <= 2 && core.judge(book, { ...session, isFirstA: true }).forbidden;
          found.push({ session, points, factor, isNoFirstA, turn });
        }
      }
  return found;
}

function addExposures(model, { input, weeks, asNew, slot }) {
  const trains = (pattern) => pattern[slot] !== null && pattern[slot].session.kind !== "C";
  let before = DAYS.slice(0, KNOWN + 1).map((k) => (k === Math.min(KNOWN, input.exposures[slot]) ? "one" : null));
  let y = before.map((is) => (is === "one" ? model.fixed(1) : null));
  for (const [w, patterns] of weeks.entries()) {
    const s = y.map((column) => (column === null ? null : model.column(0)));
    for (const [k, column] of y.entries())
      if (column !== null)
        model.row(-Infinity, 0, [
          [s[k], 1],
          [column, -1],
        ]);
    const trained = s.filter((column) => column !== null).map((column) => [column, 1]);
    model.row(0, 0, [...all(patterns, trains, -1), ...trained]);
    const atLeast = (k) =>
      s
        .slice(k)
        .filter((column) => column !== null)
        .map((column) => [column, -1]);
    const needs = (k, is) => {
      const some = all(patterns, (pattern) => trains(pattern) && is(pattern[slot]));
      if (some.length > 0) model.row(-Infinity, 0, [...some, ...atLeast(k)]);
    };
    needs(1, ({ isNoFirstA }) => isNoFirstA);
    needs(2, ({ factor }) => factor < 1.5);
    needs(3, ({ factor }) => factor < 1.25);
    const n = asNew[w];
    const isReached = (k) => y[k] !== null || (k > 0 && y[k - 1] !== null);
    const next = y.map((_, k) => (isReached(k) || (n !== null && k < 2) ? model.column(0) : null));
    // What goes back, by where it comes from: to 0 without a session of the family in this week, to 1 with one.
    const back = y.map((_, k) => (n !== null && isReached(k) ? [model.column(0), model.column(0)] : []));
    if (n !== null) {
      const to = (target, factor) => back.flatMap((pair) => (pair.length === 0 ? [] : [[pair[target], factor]]));
      model.row(0, 0, [...to(0, 1), ...to(1, 1), [n, -1]]);
      model.row(-Infinity, 0, [...to(1, 1), ...all(patterns, trains, -1)]);
      model.row(-Infinity, 1, [...to(0, 1), ...all(patterns, trains)]);
    }
    for (const [k, column] of next.entries()) {
      if (column === null) continue;
      const stays =
        y[k] === null
          ? []
          : k === KNOWN
            ? [[y[k], -1]]
            : [
                [y[k], -1],
                [s[k], 1],
              ];
      const comes = k > 0 && y[k - 1] !== null ? [[s[k - 1], -1]] : [];
      const goes = back[k].map((each) => [each, 1]);
      const returns = k < 2 ? back.flatMap((pair) => (pair.length === 0 ? [] : [[pair[k], -1]])) : [];
      model.row(0, 0, merged([[column, 1], ...stays, ...comes, ...goes, ...returns]));
    }
    y = next;
  }
}

// What goes back to where it was is no change.
function merged(entries) {
  const values = new Map();
  for (const [column, value] of entries) values.set(column, (values.get(column) ?? 0) + value);
  return [...values].filter(([, value]) => value !== 0);
}

function addGaps(model, { input, weeks, core }) {
  const isLegs = ({ legs }) => legs.length > 0;
  const lastLegs = input.lastLegs ? core.daysBetween(input.lastLegs, input.weeks[0].monday) : null;
  // Days since the last leg session; "none" has no gap.
  let g = new Map([[lastLegs ?? "none", model.fixed(1)]]);
  const { factor = 1, sessions = 0 } = input.returning ?? {};
  if (sessions > 0 && factor > 1) throw new Error("a return that is under way is not modelled");
  let r = model.fixed(0);
  return weeks.map((patterns) => {
    const l = new Map([...g.keys()].map((d) => [d, model.column(0)]));
    for (const [d, column] of g)
      model.row(-Infinity, 0, [
        [l.get(d), 1],
        [column, -1],
      ]);
    model.row(0, 0, [...all(patterns, isLegs, -1), ...[...l.values()].map((column) => [column, 1])]);
    const from = (days) => [...l].filter(([d]) => d !== "none" && d >= days).map(([, column]) => [column, 1]);
    const below = (days) => [...l].filter(([d]) => d === "none" || d < days).map(([, column]) => [column, 1]);
    const notBoth = (is, columns, unless = []) => {
      const some = all(patterns, (pattern) => isLegs(pattern) && is(pattern.legs));
      if (some.length > 0 && columns.length > 0)
        model.row(-Infinity, 1, [...some, ...columns, ...unless.map((column) => [column, -1])]);
    };
    const notBothIn = (is, columns) => {
      const some = all(patterns, (pattern) => isLegs(pattern) && is(pattern.legs));
      if (some.length > 0 && columns.length > 0) model.row(-Infinity, 2, [...some, ...columns, [r, 1]]);
    };
    const q = model.column(0);
    const n = from(AS_NEW_DAYS - 6).length > 0 ? model.column(0) : null;
    for (const day of DAYS) {
      notBoth(([first]) => first.day >= day && first.factor < 1.25, from(11 - day));
      notBoth((legs) => legs[0].day >= day && legs.some((each) => each.factor < 1.5), from(18 - day));
      if (n !== null) notBoth(([first]) => first.day >= day, from(AS_NEW_DAYS - day), [n]);
      notBothIn(([first]) => first.day <= day && first.factor < 1.5, below(11 - day));
      // A return that begins with the only leg session of its week has one left.
      notBoth((legs) => legs.length === 1 && legs[0].day >= day, from(18 - day), [q]);
    }
    const nextR = model.column(0);
    model.row(-Infinity, 0, [
      [q, 1],
      [nextR, -1],
    ]);
    model.row(-Infinity, 0, [[r, 1], [nextR, -1], ...all(patterns, isLegs, -1)]);
    const next = new Map();
    for (const day of DAYS) {
      const ends = all(patterns, ({ legs }) => legs.at(-1)?.day === day, -1);
      if (ends.length === 0) continue;
      const column = model.column(0);
      next.set(7 - day, column);
      model.row(0, 0, [[column, 1], ...ends]);
    }
    for (const [d, column] of g) {
      const later = d === "none" ? d : d + 7;
      const known = model.column(0);
      next.set(later, known);
      model.row(0, 0, [
        [known, 1],
        [column, -1],
        [l.get(d), 1],
      ]);
    }
    g = next;
    r = nextR;
    return n;
  });
}

function addTurns(model, { input, weeks }) {
  let m = model.fixed((input.turns ?? 0) % 2);
  for (const patterns of weeks) {
    const isM = (turn) => (pattern) => pattern.A?.session.kind === "M" && pattern.A.turn === turn;
    const first = all(patterns, isM(1));
    const second = all(patterns, isM(2));
    if (first.length + second.length === 0) continue;
    if (first.length > 0) model.row(-Infinity, 1, [...first, [m, 1]]);
    if (second.length > 0) model.row(-Infinity, 0, [...second, [m, -1]]);
    const next = model.column(0);
    model.row(0, 0, [[next, 1], [m, -1], ...all(patterns, isM(1), -1), ...all(patterns, isM(2), 1)]);
    m = next;
  }
}

// Starts less than 48 h apart exclude each other, less than 72 h cost 6: the two loaded sessions at the border are the only near ones.
function addBorder(model, before, after) {
  const b = model.column(6);
  for (const [hours, extra] of [
    [48, []],
    [72, [[b, -1]]],
  ]) {
    const lasts = [...new Set(before.map(({ lastLoaded }) => lastLoaded))].filter((start) => start !== null);
    for (const last of lasts) {
      const late = all(before, ({ lastLoaded }) => lastLoaded !== null && lastLoaded >= last);
      const early = all(after, ({ firstLoaded }) => firstLoaded !== null && firstLoaded < last + hours * HOUR);
      if (early.length > 0) model.row(-Infinity, 1, [...late, ...early, ...extra]);
    }
  }
}

function newModel() {
  const columns = [];
  const rows = [];
  return {
    column(cost, { isWhole = false, least = 0, most = 1 } = {}) {
      columns.push({ cost, isWhole, least, most });
      return columns.length - 1;
    },
    fixed(value) {
      return this.column(0, { least: value, most: value });
    },
    row(least, most, entries) {
      rows.push({ least, most, entries: entries.toSorted(([one], [other]) => one - other) });
    },
    data() {
      const starts = [0];
      for (const { entries } of rows) starts.push(starts.at(-1) + entries.length);
      const entries = rows.flatMap((row) => row.entries);
      return {
        numCols: columns.length,
        numRows: rows.length,
        colCost: columns.map(({ cost }) => cost),
        colLower: columns.map(({ least }) => least),
        colUpper: columns.map(({ most }) => most),
        rowLower: rows.map(({ least }) => least),
        rowUpper: rows.map(({ most }) => most),
        integrality: columns.map(({ isWhole }) => (isWhole ? 1 : 0)),
        matrix: {
          format: "csr",
          numRows: rows.length,
          numCols: columns.length,
          starts,
          indices: entries.map(([column]) => column),
          values: entries.map(([, value]) => value),
        },
      };
    },
  };
}
