/** What of a runner's history says what a rev of an ended epoch still means. */
export interface Epochs {
  readonly epoch: string;
  /** Head at the restore that began it; 0 in a first one. */
  readonly restoreHead: number;
  /** Of each ended epoch: the last rev that still means what it meant then. */
  readonly endedEpochs: Readonly<Record<string, number>>;
}

/** The last rev of `epoch` that still means the same; null when it is the present one, or an op's made before any contact (empty). */
export function restorePointOf(epoch: string, { endedEpochs, ...present }: Epochs): number | null {
  if (epoch === "" || epoch === present.epoch) return null;
  return Object.hasOwn(endedEpochs, epoch) ? (endedEpochs[epoch] ?? 0) : leastPoint(endedEpochs, present.restoreHead);
}

/** The ended epochs after a new one has begun at `restoreHead`: no older rev means more than that restore left of it. */
export function endEpoch({ epoch, endedEpochs }: Epochs, restoreHead: number): Epochs["endedEpochs"] {
  const ended = Object.entries(endedEpochs).map(([each, point]) => [each, Math.min(point, restoreHead)] as const);
  return Object.fromEntries([...ended, [epoch, restoreHead]]);
}

// An epoch that the restore itself has forgotten.
function leastPoint(endedEpochs: Epochs["endedEpochs"], restoreHead: number): number {
  return Math.min(restoreHead, ...Object.values(endedEpochs));
}
