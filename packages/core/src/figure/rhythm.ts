import type { ExerciseId } from "../exercise";
import { MOVES } from "./moves";
import type { Rhythm } from "./move";

/** Seconds from start to end, held at the end, back, held at the start. */
type Seconds = readonly [out: number, end: number, back: number, start: number];

/** Without a tempo of its own. OURS */
const SECONDS: Readonly<Record<Rhythm, Seconds>> = {
  down: [2, 0.5, 1.4, 0.6],
  up: [1.2, 0.7, 1.8, 0.6],
  hold: [1.2, 4, 1.2, 0.8],
  spring: [0.25, 0, 0.25, 0],
  stretch: [2.4, 1.6, 2.4, 0.6],
  once: [2.2, 1.2, 0, 0.4],
  round: [5.2, 0, 0, 0],
};
/** A lift as fast as it goes (tempo X) takes this long in the picture. OURS */
const FAST_SECONDS = 0.6;
/** What is done once fades in and out for this long instead of going back. OURS */
const FADE_SECONDS = 0.3;

export interface MoveMoment {
  /** 0 the start, 1 the last pose. */
  readonly moment: number;
  /** How much of the person is seen, 0–1: less than all only between two goes of a move that has no way back. */
  readonly seen: number;
}

/**
 * Where a move is after so many seconds, over and over. `tempo` is `down-pause-up-pause` in seconds, with X for as
 * fast as possible; null or nonsense takes the move's own. Both ends are eased.
 */
export function momentAt(exercise: ExerciseId, seconds: number, tempo: string | null = null): MoveMoment {
  const { rhythm, keys } = MOVES[exercise];
  const [out, end, back, start] = secondsOf(rhythm, tempo);
  const period = out + end + back + start;
  const at = seconds % period;
  if (rhythm === "round") {
    const along = (at / period) * keys.length;
    return { moment: (Math.floor(along) + eased(along % 1)) / keys.length, seen: 1 };
  }
  if (rhythm === "spring") return { moment: Math.sin((at / period) * Math.PI), seen: 1 };
  if (rhythm === "once") {
    const moving = at - start;
    const seen = Math.min(at, period - at) / FADE_SECONDS;
    return { moment: eased(moving / out), seen: Math.min(1, seen) };
  }
  if (at < start) return { moment: 0, seen: 1 };
  const moving = at - start;
  return { moment: moving < out + end ? eased(moving / out) : 1 - eased((moving - out - end) / back), seen: 1 };
}

function secondsOf(rhythm: Rhythm, tempo: string | null): Seconds {
  const own = SECONDS[rhythm];
  if (tempo === null || (rhythm !== "down" && rhythm !== "up")) return own;
  const [down = NaN, pause = NaN, up = NaN, rest = NaN] = tempo
    .split("-")
    .map((part) => (part === "X" ? FAST_SECONDS : Number(part)));
  if (!(down > 0 && pause >= 0 && up > 0 && rest >= 0)) return own;
  // A short stop shows where the move ends even when the tempo has none.
  const stops = [Math.max(pause, 0.2), Math.max(rest, 0.4)] as const;
  return rhythm === "down" ? [down, stops[0], up, stops[1]] : [up, stops[0], down, stops[1]];
}

function eased(share: number): number {
  const x = Math.min(Math.max(share, 0), 1);
  return x * x * (3 - 2 * x);
}
