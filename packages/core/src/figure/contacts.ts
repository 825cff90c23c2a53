import type { Move } from "./move";
import { type Figure, type Joint, JOINTS, type PinnedJoint, type Point, type Pose } from "./pose";

/** Joints this near to the ground, a step or a support stand on it; in body heights. EX */
const CONTACT = 0.02;
/** A joint of a body that lies on the floor is this high: half the limb. EX */
const LYING = 0.03;

const LIMB_ENDS: readonly PinnedJoint[] = ["nearAnkle", "farAnkle", "nearToe", "farToe", "nearHand", "farHand"];

/** The joints that stand on something at the same place in both poses, found from where they are. */
export function contactsBetween(from: Figure, to: Figure, move: Move): readonly Joint[] {
  return JOINTS.filter(
    (joint) =>
      distance(from[joint], to[joint]) <= CONTACT &&
      isSupported(from[joint], move) &&
      isSupported(to[joint], move) &&
      !(move.glides ?? []).includes(joint),
  );
}

/** The limb ends whose place is kept while two poses blend: contacts, what both poses pin, and what glides. */
export function keptBetween(
  [from, to]: readonly [Pose, Pose],
  [first, second]: readonly [Figure, Figure],
  move: Move,
): readonly PinnedJoint[] {
  const contacts = contactsBetween(first, second, move);
  return LIMB_ENDS.filter(
    (joint) =>
      contacts.includes(joint) ||
      (move.glides ?? []).includes(joint) ||
      (from.pins?.[joint] !== undefined &&
        to.pins?.[joint] !== undefined &&
        distance(first[joint], second[joint]) < CONTACT),
  );
}

/** True when the point touches the floor, lies on it, or touches a thing of the scenery. */
export function isSupported([x, y]: Point, { things = [] }: Move): boolean {
  if (y >= -CONTACT && y <= LYING + CONTACT) return true;
  return things.some((thing) => {
    switch (thing[0]) {
      case "wall":
        return Math.abs(x - thing[1]) <= 2 * CONTACT;
      case "bar":
        return distance([x, y], [thing[1], thing[2]]) <= CONTACT;
      case "panel":
      case "pulley":
        return false;
      default:
        return (
          x >= Math.min(thing[1], thing[2]) - CONTACT &&
          x <= Math.max(thing[1], thing[2]) + CONTACT &&
          Math.abs(y - thing[3]) <= LYING + CONTACT
        );
    }
  });
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
