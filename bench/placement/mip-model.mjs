// The placement as a mixed-integer model, as one would write it down first. Its coefficients come from the second writing of the rules, none from the solver.
//
// x[w,i]  = 1 when a place i (slot, kind, day, time, class of leg load) is taken in week w; "nothing" is a place as well
// u[w,k,i] = the part of x that is asked at exposure k of the slot's family: what is new to the legs weighs more
// z[w,i,j] = 1 when place i of slot A and place j of slot B are taken together; forbidden pairs have no z
// e[w,k]  = 1 when a family was trained k times before week w (3 = three times or more), by the flow of u
// t[w,g,h] ≥ late[w,g] + early[w+1,h] − 1: sessions too close across Sunday and Monday cost, or exclude each other
//
// A session after a gap of eleven days or more is not made new again here, and the two Ms are one: the plans are asked with doses that
// leave both out. The close model in mip-patterns.mjs has them.

const KNOWN = 3;

/** The model of one plan in the LP format of CPLEX, which HiGHS reads. */
export function mipModel(core, input) {
  const book = core.openBook(input);
  const weeks = input.weeks.map((week, index) => weekPlaces(core, book, { week, index }));
  const objective = [];
  const rows = [];
  const binaries = [];
  const binary = (name) => {
    binaries.push(name);
    return name;
  };

  for (const [w, week] of weeks.entries()) {
    const pairs = week.pairs.map(({ i, j, cost }) => ({ i, j, cost, name: binary(`z_${w}_${i}_${j}`) }));
    for (const { cost, name } of pairs) objective.push([cost, name]);
    for (const slot of ["A", "B"])
      for (const place of week.places[slot]) {
        const name = `x${slot}_${w}_${place.id}`;
        const side = slot === "A" ? "i" : "j";
        const together = pairs.filter((pair) => pair[side] === place.id).map((pair) => pair.name);
        rows.push(`${sum(together)} - ${name} = 0`);
        const levels = place.levels.map((level) => binary(`u${slot}_${w}_${level}_${place.id}`));
        rows.push(`${sum(levels)} - ${name} = 0`);
      }
    rows.push(`${sum(pairs.map(({ name }) => name))} = 1`);
    addExposures(w, week, weeks[w - 1], { rows, input });
    if (w > 0) addBorder(core, w, [weeks[w - 1], week], { rows, objective, binary });
  }
  const text = ["Minimize", ` obj: ${objective.map(([cost, name]) => term(cost, name)).join(" ")}`, "Subject To"];
  for (const [index, row] of rows.entries()) text.push(` r${index}: ${row}`);
  text.push("Binary", ...binaries.map((name) => ` ${name}`), "End");
  return text.join("\n");
}

// Exposure k of week w comes from k of the week before without a session of the family, or from k − 1 with one.
function addExposures(w, week, before, { rows, input }) {
  for (const slot of ["A", "B"])
    for (let level = 0; level <= KNOWN; level += 1) {
      const out = week.places[slot]
        .filter(({ levels }) => levels.includes(level))
        .map(({ id }) => `u${slot}_${w}_${level}_${id}`);
      if (before === undefined) {
        const is = Math.min(KNOWN, input.exposures[slot]) === level ? 1 : 0;
        rows.push(`${sum(out)} = ${is}`);
        continue;
      }
      const into = before.places[slot].flatMap(({ id, levels, isTraining }) =>
        levels
          .filter((from) => (isTraining ? Math.min(KNOWN, from + 1) : from) === level)
          .map((from) => `u${slot}_${w - 1}_${from}_${id}`),
      );
      if (out.length + into.length > 0) rows.push(`${sum(out)}${into.map((name) => ` - ${name}`).join("")} = 0`);
    }
}

function addBorder(core, w, [before, week], { rows, objective, binary }) {
  const late = byStart(before, w - 1);
  const early = byStart(week, w);
  for (const [g, one] of late.entries())
    for (const [h, other] of early.entries()) {
      const { forbidden, points } = core.apart(one.session, other.session);
      if (forbidden) rows.push(`${sum([...one.names, ...other.names])} <= 1`);
      else if (points > 0) {
        const name = binary(`t_${w}_${g}_${h}`);
        objective.push([points, name]);
        rows.push(`${sum([...one.names, ...other.names])} - ${name} <= 1`);
      }
    }
}

// Places that are the same to the neighbours: start and class of leg load.
function byStart({ places }, w) {
  const groups = new Map();
  for (const slot of ["A", "B"])
    for (const { id, session } of places[slot]) {
      if (session === null || session.legs < 2) continue;
      const key = `${session.start} ${session.legs}`;
      const group = groups.get(key) ?? { session, names: [] };
      group.names.push(`x${slot}_${w}_${id}`);
      groups.set(key, group);
    }
  return [...groups.values()];
}

function weekPlaces(core, book, { week, index }) {
  const ways = core.waysOf(week);
  const places = { A: placesOf("A"), B: placesOf("B") };
  const pairs = [];
  for (const [kindA, kindB, given] of ways)
    for (const a of places.A.filter(({ kind }) => kind === kindA))
      for (const b of places.B.filter(({ kind }) => kind === kindB)) {
        const pair = a.session && b.session ? core.apart(a.session, b.session) : { forbidden: false, points: 0 };
        const sessions = [a.session, b.session].filter((each) => each !== null);
        if (pair.forbidden || core.isWeekTooFull(book, index, sessions)) continue;
        pairs.push({ i: a.id, j: b.id, cost: given + a.points + b.points + pair.points });
      }
  // A place that no pair takes is no place.
  const used = (slot, side) => places[slot].filter(({ id }) => pairs.some((pair) => pair[side] === id));
  return { places: { A: used("A", "i"), B: used("B", "j") }, pairs };

  function placesOf(slot) {
    const kinds = new Set(ways.map(([A, B]) => (slot === "A" ? A : B)));
    const found = [];
    for (const kind of kinds) {
      if (kind === null) {
        found.push({ id: found.length, kind, session: null, points: 0, levels: [0, 1, 2, 3], isTraining: false });
        continue;
      }
      for (const { session, points, levels } of judgedPlaces(core, book, { week, index, slot, kind }))
        found.push({ id: found.length, kind, session, points, levels, isTraining: kind !== "C" });
    }
    return found;
  }
}

// One place for each class of leg load that the exposures give, and for the first A.
function judgedPlaces(core, book, { week, index, slot, kind }) {
  const { input } = book;
  const variants = new Map();
  for (let exposures = 0; exposures <= KNOWN; exposures += 1) {
    const ask = { kind, week: week.week, exposures: kind === "C" ? 0 : exposures };
    const { minutes, legLoad } = input.doseOf({ ...ask, returning: 1, newRung: false, turn: 1, kit: "own" });
    const isFirstA = kind === "A" && exposures === 0 && week.week <= 2;
    const key = `${legLoad.class} ${minutes.superset} ${isFirstA}`;
    const variant = variants.get(key) ?? {
      legs: core.LEGS[legLoad.class],
      minutes: minutes.superset,
      isFirstA,
      levels: [],
    };
    variant.levels.push(exposures);
    variants.set(key, variant);
  }
  const found = [];
  for (const { legs, minutes, isFirstA, levels } of variants.values())
    for (let day = index * 7; day < index * 7 + 7; day += 1)
      for (const [position, time] of core.timesOf(input).entries()) {
        const start = core.startOn(book, day, { time, minutes });
        const place = { slot, kind, day, start, end: start + minutes, legs, isFirstA };
        const session = { ...place, step: null, isCaughtUp: false, given: null, isAtOtherTime: position > 0 };
        const { forbidden, points } = core.judge(book, session);
        if (!forbidden) found.push({ session, points, levels });
      }
  return found;
}

function sum(names) {
  return names.length === 0 ? "0 dummy" : names.join(" + ");
}

function term(cost, name) {
  return `${cost < 0 ? "-" : "+"} ${Math.abs(cost)} ${name}`;
}
