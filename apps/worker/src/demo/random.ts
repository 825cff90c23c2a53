/** Chance that can be repeated: the same seed gives the same answers in the same order. */
export interface Random {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** A whole number, ends included. */
  readonly between: (lowest: number, highest: number) => number;
  readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value;
  /** True in `share` (0–1) of all calls. */
  readonly happens: (share: number) => boolean;
  /** Near normal, with mean 0 and spread 1: the sum of twelve throws. */
  readonly bell: () => number;
}

/** A generator with 32 bits of state (the "mulberry" step): enough for stories, not for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (lowest: number, highest: number) => lowest + Math.floor(next() * (highest - lowest + 1));
  return {
    next,
    between,
    pick: (values) => values[between(0, values.length - 1)] ?? values[0],
    happens: (share) => next() < share,
    bell: () => Array.from({ length: 12 }, next).reduce((sum, each) => sum + each, -6),
  };
}
