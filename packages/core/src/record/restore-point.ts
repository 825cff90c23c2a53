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

/** Ended epochs remembered one by one. Our own choice: a restore a month for years; a device that claims more uses up nothing. */
const ENDED_EPOCHS_MAX = 24;
/** Stands for all that are forgotten; no epoch is called so. */
const FORGOTTEN = "*";

/** The ended epochs after a new one has begun at `restoreHead`: no older rev means more than that restore left of it. */
export function endEpoch({ epoch, endedEpochs }: Epochs, restoreHead: number): Epochs["endedEpochs"] {
  const ended = Object.entries(endedEpochs).map(([each, point]) => [each, Math.min(point, restoreHead)] as const);
  const all = [...ended, [epoch, restoreHead] as const];
  const forgotten = all.slice(0, Math.max(0, all.length - ENDED_EPOCHS_MAX)).map(([, point]) => point);
  const least = forgotten.length === 0 ? [] : [[FORGOTTEN, Math.min(...forgotten)] as const];
  return Object.fromEntries([...least, ...all.slice(-ENDED_EPOCHS_MAX)]);
}

// An epoch that the restore itself has forgotten.
function leastPoint(endedEpochs: Epochs["endedEpochs"], restoreHead: number): number {
  return Math.min(restoreHead, ...Object.values(endedEpochs));
}
