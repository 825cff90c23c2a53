import type { FinalDevice, FinalState } from "../history/types";
import { sync, wake } from "./acts";
import { type Device, look } from "./device";
import { COACH, DEVICES, OWNER, type World } from "./world";

/** Rounds within which everybody must be quiet once nothing goes wrong any more. Our own choice: a held value or a healed history takes a few. */
const CYCLES_ALLOWED = 6;
/** Then they must also stay quiet. */
const ROUNDS_MAX = CYCLES_ALLOWED + 2;
/** Between two rounds, longer than a dead tab's lease counts. */
const ROUND_MS = 61_000;

/** The faults stop: sessions return, late messages arrive, and everybody syncs until nothing moves, first beside the frozen tabs, then with them. */
export async function comeToRest(world: World, scope: FinalDevice["scope"]): Promise<FinalState> {
  const devices = DEVICES.map((name) => world.device(name));
  for (const device of devices) {
    device.session = "live";
    device.nextFault = null;
  }
  await world.waitFor(Promise.all(world.left));
  const hadFrozen = devices.some(({ frozen }) => frozen.length > 0);
  let restedIn = await syncUntilQuiet(world, { devices, scope });
  if (hadFrozen) {
    for (const device of devices) await wake(world, device);
    const again = await syncUntilQuiet(world, { devices, scope });
    restedIn = new Map([...again].filter(([device]) => restedIn.has(device)));
  }
  const final = await Promise.all(
    devices.map(async (device): Promise<FinalDevice> => ({
      ...(await look(device)),
      account: device.account,
      scope: device.account === COACH ? scope : null,
      cyclesToRest: restedIn.get(device) ?? null,
    })),
  );
  return { owner: OWNER, server: world.server.final(), devices: final, cyclesAllowed: CYCLES_ALLOWED };
}

interface Resting {
  readonly devices: readonly Device[];
  readonly scope: FinalDevice["scope"];
}

/** The round in which each device came to rest and stayed so. */
async function syncUntilQuiet(world: World, { devices, scope }: Resting): Promise<ReadonlyMap<Device, number>> {
  const restedIn = new Map<Device, number>();
  for (let round = 1, before = ""; round <= ROUNDS_MAX; round += 1) {
    for (const device of devices) {
      device.clock += ROUND_MS;
      const outcome = await world.waitFor(sync(world, device));
      const rests = outcome?.status === "upToDate" || (device.account === COACH && scope === "none");
      if (!rests) restedIn.delete(device);
      else if (!restedIn.has(device)) restedIn.set(device, round);
    }
    const now = JSON.stringify([world.server.epoch(), world.server.head(), [...world.lastLooks]]);
    if (now === before) break;
    before = now;
  }
  return restedIn;
}
