/** Points of zero or more as they are shown, to one decimal. Ties go down, so that 7.95 are not yet shown as 8.0, the border of heavy. */
export function roundPoints(value: number): number {
  // Six decimals are kept first: 5.25 often arrives as 5.250000000000001.
  const tenths = Number((value * 10).toFixed(6));
  return Math.max(0, Math.ceil(tenths - 0.5)) / 10;
}
