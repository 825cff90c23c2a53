/** The spread between runs of one runner, to which small samples are drawn. Our own choice. */
export const SHRINK_SD = 0.8;
/** … with the weight of four runs. Our own choice. */
export const SHRINK_WEIGHT = 4;

/** Φ: the share of the standard normal distribution below `z`; error below 2e-7 (Abramowitz and Stegun 7.1.26). */
export function normalShareBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const tail = (series * Math.exp(-x * x)) / 2;
  return z < 0 ? tail : 1 - tail;
}

/**
 * The 97.5 % point of Student's t for at least five degrees of freedom, by the expansion of Cornish and Fisher;
 * error below 0.001.
 */
export function studentT975(degrees: number): number {
  const z = 1.959963985;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * degrees ** 4)
  );
}

/** Sum of squared distances from the mean. */
export function squaresAround(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
