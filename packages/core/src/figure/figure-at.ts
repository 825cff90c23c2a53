import type { ExerciseId } from "../exercise";
import { contactsBetween, keptBetween } from "./contacts";
import { nearestTurn, reach } from "./hold-limb";
import type { Move } from "./move";
import { MOVES } from "./moves";
import type { Figure, Joint, Pin, PinnedJoint, Point, Pose } from "./pose";
import { along, type Bone, type Limb, type Skeleton, skeletonOf, standSkeleton } from "./rig";

/** A person in a moment of a move. */
export interface FigureFrame {
  readonly joints: Figure;
  /** How far the middle of the back stands above its straight line, in body heights. */
  readonly round: number;
}

interface Built {
  readonly pose: Pose;
  readonly skeleton: Skeleton;
  readonly figure: Figure;
}

/** The person at a moment of the move: 0 its start, 1 the last of its poses (for a round, the first again). */
export function figureAt(exercise: ExerciseId, moment: number): FigureFrame {
  const move = MOVES[exercise];
  const keys = builtKeys(exercise);
  const last = keys.length - 1;
  const at = Math.min(Math.max(Number.isFinite(moment) ? moment : 0, 0), 1) * last;
  const index = Math.min(Math.floor(at), last - 1);
  const [from, to] = [keys[index], keys[index + 1]];
  if (from === undefined || to === undefined) throw new Error(`${exercise} has no two poses`);
  return blend(from, to, { share: at - index, move });
}

/** The moment of the pose that stands for the move. */
export function endMoment(exercise: ExerciseId): number {
  const { rhythm, keys, end = keys.length - 1 } = MOVES[exercise];
  return end / (rhythm === "round" ? keys.length : keys.length - 1);
}

/** What is drawn beside the joints: view, scenery, tools and how the move goes on in time. */
export function moveOf(exercise: ExerciseId): Move {
  return MOVES[exercise];
}

/** Joints that keep their place through the part of the move that holds the moment. */
export function contactsAt(exercise: ExerciseId, moment: number): readonly Joint[] {
  const keys = builtKeys(exercise);
  const index = Math.min(Math.floor(moment * (keys.length - 1)), keys.length - 2);
  const [from, to] = [keys[index], keys[index + 1]];
  return from === undefined || to === undefined ? [] : contactsBetween(from.figure, to.figure, MOVES[exercise]);
}

const BUILT = new Map<ExerciseId, readonly Built[]>();

function builtKeys(exercise: ExerciseId): readonly Built[] {
  const known = BUILT.get(exercise);
  if (known !== undefined) return known;
  const move = MOVES[exercise];
  const keys = move.keys.map((pose) => build(pose, move));
  const [first] = keys;
  if (move.rhythm === "round" && first !== undefined) keys.push(first);
  BUILT.set(exercise, keys);
  return keys;
}

function build(pose: Pose, move: Move): Built {
  const skeleton = skeletonOf(pose, move);
  const figure = standSkeleton(skeleton, move, pose.anchor, pose.at);
  let pinned = skeleton;
  for (const [joint, [x, y, foot]] of Object.entries(pose.pins ?? {}) as readonly [PinnedJoint, Pin][]) {
    pinned = bring(pinned, { joint, figure, move, target: [x, y], foot });
  }
  return { pose, skeleton: pinned, figure: standSkeleton(pinned, move, pose.anchor, pose.at) };
}

function blend(from: Built, to: Built, { share, move }: { share: number; move: Move }): FigureFrame {
  const between = (one: number, other: number) => one + (other - one) * share;
  const bone = ([one, length]: Bone, [other, otherLength]: Bone): Bone => [
    between(one, other),
    between(length, otherLength),
  ];
  const point = (one: Point, other: Point): Point => [between(one[0], other[0]), between(one[1], other[1])];
  const limb = (one: Limb, other: Limb): Limb =>
    one.flatMap((each, index) => {
      const its = other[index];
      return its === undefined ? [] : [bone(each, its)];
    });
  const [one, other] = [from.skeleton, to.skeleton];
  const skeleton: Skeleton = {
    trunk: bone(one.trunk, other.trunk),
    head: bone(one.head, other.head),
    nearLeg: limb(one.nearLeg, other.nearLeg),
    farLeg: limb(one.farLeg, other.farLeg),
    nearArm: limb(one.nearArm, other.nearArm),
    farArm: limb(one.farArm, other.farArm),
    tilt: between(one.tilt, other.tilt),
    round: between(one.round, other.round),
  };
  const pivot = move.pivot ?? from.pose.anchor;
  const at = point(from.figure[pivot], to.figure[pivot]);
  const figure = standSkeleton(skeleton, move, pivot, at);
  let kept = skeleton;
  for (const joint of keptBetween([from.pose, to.pose], [from.figure, to.figure], move)) {
    if (joint === pivot) continue;
    kept = bring(kept, { joint, figure, move, target: point(from.figure[joint], to.figure[joint]) });
  }
  return { joints: standSkeleton(kept, move, pivot, at), round: kept.round };
}

interface Bring {
  readonly joint: PinnedJoint;
  /** Where hips and shoulders are. */
  readonly figure: Figure;
  readonly move: Move;
  readonly target: Point;
  readonly foot?: number | undefined;
}

type Side = "near" | "far";

/** The skeleton with one ankle, toe or hand brought to its target. */
function bring(skeleton: Skeleton, { joint, figure, move, target, foot }: Bring): Skeleton {
  const side: Side = joint.startsWith("near") ? "near" : "far";
  const mirror = side === "far" && move.view === "front" ? -1 : 1;
  if (joint.endsWith("Hand")) {
    const arm = `${side}Arm` as const;
    const bends = mirror === 1 ? 1 : -1;
    return { ...skeleton, [arm]: reach(skeleton[arm], { root: figure[`${side}Shoulder`], target, bends }) };
  }
  const leg = `${side}Leg` as const;
  const [thigh, shank, lastFoot] = skeleton[leg];
  if (thigh === undefined || shank === undefined || lastFoot === undefined) return skeleton;
  const directed: Bone = [foot === undefined ? lastFoot[0] : nearestTurn(foot, lastFoot[0]), lastFoot[1]];
  const back = along([0, 0], directed);
  const ankle: Point = joint.endsWith("Toe") ? [target[0] - back[0], target[1] - back[1]] : target;
  const bends = mirror === 1 ? -1 : 1;
  return {
    ...skeleton,
    [leg]: reach([thigh, shank, directed], { root: figure[`${side}Hip`], target: ankle, bends }),
  };
}
