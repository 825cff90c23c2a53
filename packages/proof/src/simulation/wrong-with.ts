import { sync, write } from "./acts";
import { newTally } from "./faults";
import { atOnce, complaints, playAt } from "./simulate";
import { act } from "./story";
import type { Fate } from "./tab";
import type { TargetName } from "./targets";
import type { DeviceName, World } from "./world";

/** Plays one story and returns what is wrong with it. */
export async function wrongWith(tell: (world: World) => Promise<void>, pace = atOnce): Promise<readonly string[]> {
  return complaints(await playAt(pace, [act({ told: "the story", run: tell })], newTally()));
}

export const writes = (world: World, device: DeviceName, target: TargetName, fate: Fate | null = null) =>
  write(world, world.device(device), { target: world.targets[target], fate });

export const syncs = (world: World, device: DeviceName, fate: Fate | null = null) =>
  sync(world, world.device(device), { fate });
