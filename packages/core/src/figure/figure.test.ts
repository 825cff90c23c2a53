import { expect, test } from "vitest";
import { type ExerciseId, MOBILITY_MOVES, PATTERNS, RUNGS, SPRING_DRILLS } from "../exercise";
import { centreOfMass } from "./balance";
import { isSupported } from "./contacts";
import { contactsAt, endMoment, figureAt, moveOf } from "./figure-at";
import { JOINTS, type Figure, type Joint, type Point } from "./pose";
import { momentAt } from "./rhythm";
import { LENGTH } from "./rig";

const EXERCISES: readonly ExerciseId[] = PATTERNS.flatMap((pattern): readonly ExerciseId[] => {
  if (pattern === "PLYO") return SPRING_DRILLS.map((drill) => `PLYO.${drill}` as const);
  if (pattern === "MOB") return MOBILITY_MOVES.map((move) => `MOB.${move}` as const);
  return RUNGS.map((rung) => `${pattern}.${rung}` as const);
});
const MOMENTS = Array.from({ length: 101 }, (_, index) => index / 100);
const TOLERANCE = 0.02;

test.each(EXERCISES)("[FIG1] %s has a figure", (exercise) => {
  for (const joint of JOINTS) {
    for (const value of figureAt(exercise, 0.5).joints[joint]) expect(Number.isFinite(value)).toBe(true);
  }
});

test("[FIG1] different exercises look different", () => {
  const looks = EXERCISES.map((exercise) => {
    const { things, tools, view } = moveOf(exercise);
    return JSON.stringify([
      drawn(figureAt(exercise, 0).joints),
      drawn(figureAt(exercise, endMoment(exercise)).joints),
      things,
      tools,
      view,
    ]);
  });
  expect(new Set(looks).size).toBe(EXERCISES.length);
});

// Worked out by hand from the angles.
test.each<[ExerciseId, readonly (readonly [Joint, number, number])[]]>([
  [
    "P1.3",
    [
      ["hip", -0.12, 0.341],
      ["shoulder", 0.057, 0.568],
      ["head", 0.102, 0.674],
      ["nearKnee", 0.096, 0.226],
      ["nearAnkle", 0, 0],
      ["nearToe", 0.11, 0],
      ["nearElbow", 0.213, 0.467],
      ["nearHand", 0.381, 0.378],
    ],
  ],
  [
    "P2.1",
    [
      ["hip", -0.05, 0.481],
      ["shoulder", 0.224, 0.57],
      ["head", 0.325, 0.624],
      ["nearKnee", 0.017, 0.245],
      ["nearAnkle", 0, 0],
      ["nearToe", 0.11, 0],
      ["nearElbow", 0.224, 0.384],
      ["nearHand", 0.24, 0.195],
    ],
  ],
  [
    "P4.0",
    [
      ["hip", -0.025, 0.147],
      ["shoulder", -0.288, 0.03],
      ["head", -0.403, 0.03],
      ["nearKnee", 0.199, 0.247],
      ["nearAnkle", 0.314, 0.03],
      ["nearToe", 0.424, 0.03],
      ["nearElbow", -0.102, 0.03],
      ["nearHand", 0.088, 0.03],
    ],
  ],
])("[FIG2] %s ends where its joint angles say", (exercise, places) => {
  const { joints } = figureAt(exercise, 1);
  for (const [joint, x, y] of places) expectNear(joints[joint], [x, y], 0.001);
});

test("[FIG2] P8.4 is half way where its joint angles say", () => {
  const { joints } = figureAt("P8.4", 0.5);
  const places: readonly (readonly [Joint, number, number])[] = [
    ["hip", 0.201, 0.171],
    ["shoulder", 0.437, 0.336],
    ["head", 0.525, 0.41],
    ["nearKnee", 0, 0.03],
    ["nearAnkle", -0.246, 0.03],
    ["nearToe", -0.356, 0.02],
    ["nearElbow", 0.404, 0.153],
    ["nearHand", 0.594, 0.153],
  ];
  for (const [joint, x, y] of places) expectNear(joints[joint], [x, y], 0.001);
});

test.each(EXERCISES)("[FIG3] what %s stands on stays in its place through the move", (exercise) => {
  for (const [from, to] of stretches(exercise)) {
    const moments = MOMENTS.filter((moment) => moment >= from && moment <= to);
    const figures = moments.map((moment) => figureAt(exercise, moment).joints);
    const slips = contactsAt(exercise, (from + to) / 2).map((joint) => {
      const [first = [0, 0]] = figures.map((figure) => figure[joint]);
      return Math.max(...figures.map((figure) => Math.hypot(figure[joint][0] - first[0], figure[joint][1] - first[1])));
    });
    expect(Math.max(0, ...slips)).toBeLessThanOrEqual(TOLERANCE + 1e-9);
  }
});

test.each(EXERCISES)("[FIG4] %s never goes through the floor", (exercise) => {
  const below = MOMENTS.flatMap((moment) => {
    const { joints } = figureAt(exercise, moment);
    return JOINTS.filter((joint) => joints[joint][1] < -TOLERANCE).map((joint) => `${joint} at ${moment}`);
  });
  expect(below).toEqual([]);
});

test.each(EXERCISES)("[FIG4] %s never goes into a step, a box, a sofa or a wall", (exercise) => {
  const inside = MOMENTS.flatMap((moment) => {
    const { joints } = figureAt(exercise, moment);
    return JOINTS.filter((joint) => depthInside(joints[joint], exercise) > TOLERANCE).map(
      (joint) => `${joint} at ${moment}`,
    );
  });
  expect(inside).toEqual([]);
});

/** How far the point is from the nearest face of the solid thing that holds it. */
function depthInside([x, y]: Point, exercise: ExerciseId): number {
  const depths = (moveOf(exercise).things ?? []).map((thing) => {
    switch (thing[0]) {
      case "wall":
        return (thing[1] - x) * thing[2];
      case "block":
      case "sofa":
      case "cushion":
        return Math.min(x - thing[1], thing[2] - x, thing[3] - y);
      default:
        return 0;
    }
  });
  return Math.max(0, ...depths);
}

test.each(EXERCISES)("[FIG5] the limbs of %s keep their lengths, and are never longer than they are", (exercise) => {
  const bones = (["near", "far"] as const).flatMap((side): readonly (readonly [Joint, Joint, number])[] => [
    [`${side}Hip`, `${side}Knee`, LENGTH.thigh],
    [`${side}Knee`, `${side}Ankle`, LENGTH.shank],
    [`${side}Ankle`, `${side}Toe`, LENGTH.foot],
    [`${side}Shoulder`, `${side}Elbow`, LENGTH.upper],
    [`${side}Elbow`, `${side}Hand`, LENGTH.fore],
  ]);
  const fromTheSide = moveOf(exercise).view === undefined && !TURNED.has(exercise);
  const wrong = MOMENTS.flatMap((moment) => {
    const { joints } = figureAt(exercise, moment);
    return [["hip", "shoulder", LENGTH.trunk] as const, ...bones]
      .filter(([from, to, length]) => {
        const seen = seenLength(joints, from, to);
        return seen > length + 1e-6 || (fromTheSide && seen < length - 1e-6);
      })
      .map(([from, to]) => `${from} to ${to} at ${moment}`);
  });
  expect(wrong).toEqual([]);
});

/** Seen from the side, with a limb that points towards the viewer or away. */
const TURNED: ReadonlySet<ExerciseId> = new Set<ExerciseId>(["P2.4", "MOB.figureFour", "MOB.threadNeedle"]);

test.each(EXERCISES.filter((exercise) => moveOf(exercise).view === undefined))(
  "[FIG6] %s asks no joint for more than a person has",
  (exercise) => {
    const wrong = MOMENTS.flatMap((moment) => {
      const { joints } = figureAt(exercise, moment);
      return (["near", "far"] as const).flatMap((side) => {
        const trunk = turn(joints.hip, joints.shoulder);
        const part = (name: keyof typeof LENGTH, from: Joint, to: Joint) => ({
          turn: turn(joints[from], joints[to]),
          // A part that points towards the viewer shows no angle.
          shows: seenLength(joints, from, to) > LENGTH[name] - 1e-6,
        });
        const thigh = part("thigh", `${side}Hip`, `${side}Knee`);
        const shank = part("shank", `${side}Knee`, `${side}Ankle`);
        const foot = part("foot", `${side}Ankle`, `${side}Toe`);
        const upper = part("upper", `${side}Shoulder`, `${side}Elbow`);
        const fore = part("fore", `${side}Elbow`, `${side}Hand`);
        const opened = ARM_OPENED.has(exercise) && side === "near";
        const faults = {
          hip: thigh.shows && !isWithin(thigh.turn - trunk - 180, [-40, 150]),
          knee: thigh.shows && shank.shows && !isWithin(thigh.turn - shank.turn, [-2, 155]),
          ankle: shank.shows && foot.shows && !isWithin(foot.turn - shank.turn - 90, [-90, 40]),
          shoulder: upper.shows && !opened && !isWithin(upper.turn - trunk - 180, [-60, 182]),
          elbow: upper.shows && fore.shows && !isWithin(fore.turn - upper.turn, [-2, 155]),
        };
        return Object.entries(faults).flatMap(([joint, fault]) => (fault ? [`${side} ${joint} at ${moment}`] : []));
      });
    });
    expect(wrong).toEqual([]);
  },
);

/** Opens the arm to the side and the chest with it, which the side view shows as an arm behind the back. */
const ARM_OPENED: ReadonlySet<ExerciseId> = new Set<ExerciseId>(["MOB.threadNeedle"]);

/** Upright moves. The step-up's start is one of them: its rear foot still carries weight, and counts as what carries. */
const UPRIGHT = EXERCISES.filter((exercise) =>
  /^(P1|P2|P3|P5|BAL|U3|U2\.[023]|PLYO|P7\.[34]|U1\.[01]|MOB\.(calf|hamstring|hipFlexor|ankleRock))/.test(exercise),
);

test.each(UPRIGHT)(
  "[FIG7] the middle of %s's mass is over what carries it at start and end, if anything does",
  (exercise) => {
    for (const moment of [0, endMoment(exercise)]) {
      const { joints } = figureAt(exercise, moment);
      const stands = (joint: Joint) => isSupported(joints[joint], moveOf(exercise));
      const feet = (["near", "far"] as const)
        .map((side): readonly Joint[] => [`${side}Ankle`, `${side}Toe`])
        .filter((foot) => foot.some(stands));
      const xs = [...feet.flat(), ...othersThatCarry(exercise).filter(stands)].map((joint) => joints[joint][0]);
      if (xs.length === 0) continue;
      const [x] = centreOfMass(joints);
      expect(x).toBeGreaterThanOrEqual(Math.min(...xs) - HEEL);
      expect(x).toBeLessThanOrEqual(Math.max(...xs) + TOE_TIP);
    }
  },
);

/** The heel stands this far behind the ankle joint, the tip of the toes before theirs; in body heights. */
const HEEL = 0.03;
const TOE_TIP = 0.02;

/** Hands on a wall or table and knees on the floor carry as well. */
function othersThatCarry(exercise: ExerciseId): readonly Joint[] {
  if (exercise.startsWith("U1") || exercise === "MOB.calf") return ["nearHand", "farHand"];
  return exercise === "U2.2" ? ["farHand"] : ["nearKnee", "farKnee"];
}

test.each<[ExerciseId, readonly Joint[]]>([
  ["P1.3", ["nearAnkle", "nearToe"]],
  ["P2.3", ["nearAnkle", "farToe"]],
  ["P3.1", ["nearAnkle", "farToe"]],
  ["P3.2", ["nearAnkle"]],
  ["P3.4", ["nearAnkle", "farAnkle"]],
  ["P4.0", ["shoulder", "nearAnkle", "farAnkle"]],
  ["P4.3", ["shoulder", "nearAnkle", "farAnkle"]],
  ["P5.4", ["nearToe", "nearHand"]],
  ["P6F.2", ["nearElbow", "nearToe"]],
  ["P6S.2", ["nearElbow", "nearAnkle", "farAnkle"]],
  ["P6S.5", ["nearElbow", "nearKnee"]],
  ["P7.4", ["nearAnkle"]],
  ["P8.4", ["nearKnee", "nearAnkle"]],
  ["U1.0", ["nearAnkle", "nearHand", "farHand"]],
  ["U1.1", ["nearToe", "nearHand"]],
  ["U1.3", ["nearToe", "nearHand"]],
  ["U1.4", ["nearToe", "nearHand"]],
  ["U2.2", ["nearAnkle", "farHand"]],
  ["U2.4", ["nearAnkle", "nearHand"]],
  ["U3.4", ["nearKnee", "farAnkle"]],
  ["BAL.5", ["nearAnkle", "farHand"]],
  ["MOB.calf", ["nearAnkle", "farAnkle", "nearHand"]],
  ["MOB.catCow", ["nearKnee", "nearHand"]],
])("[FIG3] what carries %s is found from the poses", (exercise, joints) => {
  expect(contactsAt(exercise, 0.5)).toEqual(expect.arrayContaining([...joints]));
});

test.each<[ExerciseId, Joint]>([
  ["P8.1", "nearAnkle"],
  ["P8.2", "nearAnkle"],
  ["P6F.5", "nearToe"],
  ["P7.3", "nearAnkle"],
])("[FIG3] what slides in %s slides along the floor", (exercise, joint) => {
  const heights = MOMENTS.map((moment) => figureAt(exercise, moment).joints[joint][1]);
  expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(TOLERANCE);
  expect(contactsAt(exercise, 0.2)).not.toContain(joint);
});

test("[FIG8] a move keeps its tempo, stops at its ends and is never outside them", () => {
  expect(momentAt("P1.3", 0, "3-1-1-0").moment).toBe(0);
  expect(momentAt("P1.3", 0.4 + 3.5, "3-1-1-0").moment).toBe(1);
  expect(momentAt("P1.3", 0.4 + 1.5, "3-1-1-0").moment).toBeCloseTo(0.5, 6);
  expect(momentAt("P4.0", 0.4 + 0.6, "2-1-X-0").moment).toBe(1);
  for (const exercise of EXERCISES) {
    for (const tempo of [null, "2-1-1-0", "nonsense", "0-0-0-0"]) {
      const moments = Array.from({ length: 200 }, (_, index) => momentAt(exercise, index / 10, tempo));
      expect(moments.every(({ moment, seen }) => moment >= 0 && moment <= 1 && seen >= 0 && seen <= 1)).toBe(true);
    }
  }
});

test("[FIG8] any moment gives a figure, and one outside the move its nearest end", () => {
  expect(figureAt("P1.0", -3)).toEqual(figureAt("P1.0", 0));
  expect(figureAt("P1.0", 7)).toEqual(figureAt("P1.0", 1));
  expect(figureAt("P1.0", Number.NaN)).toEqual(figureAt("P1.0", 0));
});

/** The parts of a move between two neighbouring poses. */
function stretches(exercise: ExerciseId): readonly (readonly [number, number])[] {
  const { keys, rhythm } = moveOf(exercise);
  const count = rhythm === "round" ? keys.length : keys.length - 1;
  return Array.from({ length: count }, (_, index) => [index / count, (index + 1) / count]);
}

function seenLength(joints: Figure, from: Joint, to: Joint): number {
  return Math.hypot(joints[to][0] - joints[from][0], joints[to][1] - joints[from][1]);
}

function drawn(figure: Figure): readonly (readonly number[])[] {
  return JOINTS.map((joint) => figure[joint].map((value) => Math.round(value * 100)));
}

function expectNear(point: Point, [x, y]: Point, by: number): void {
  expect(Math.abs(point[0] - x)).toBeLessThanOrEqual(by);
  expect(Math.abs(point[1] - y)).toBeLessThanOrEqual(by);
}

/** Degrees, whichever whole turns they hold. */
function isWithin(degrees: number, [from, to]: readonly [number, number]): boolean {
  const middle = (from + to) / 2;
  const nearest = degrees - 360 * Math.round((degrees - middle) / 360);
  return nearest >= from && nearest <= to;
}

function turn([fromX, fromY]: Point, [toX, toY]: Point): number {
  return (Math.atan2(toY - fromY, toX - fromX) * 180) / Math.PI;
}
