export function median(values) {
  return percentile(values, 0.5);
}

export function percentile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** The median of the rounds, and from where to where they went. */
export function medianAndRange(values, show) {
  return `${show(median(values))}   (${show(Math.min(...values))} – ${show(Math.max(...values))})`;
}

export function whole(value) {
  return Math.round(value).toLocaleString("en");
}

export function tenths(value) {
  return value.toFixed(1);
}
