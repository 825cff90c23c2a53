import fc from "fast-check";
import { remove, sync, write, writeNow } from "./acts";
import { look } from "./device";
import { act } from "./story";
import type { TargetName } from "./targets";
import { type DeviceName, DEVICES, RUNNERS_DEVICES } from "./world";

const runnersDevice = fc.constantFrom<DeviceName>(...RUNNERS_DEVICES);
export const anyDevice = fc.constantFrom<DeviceName>(...DEVICES);

/** What every app writes, and what only the newer one does. */
const OF_ALL_APPS = [
  "name",
  "comment1",
  "comment2",
  "setOne",
  "setTwo",
  "agreed",
  "move",
  "pain",
] as const satisfies TargetName[];
const OF_NEW_APPS = ["hat", "thing"] as const satisfies TargetName[];
const DELETABLE = ["comment1", "comment2", "setOne", "pain"] as const satisfies TargetName[];

const writes = fc.tuple(runnersDevice, fc.constantFrom<TargetName>(...OF_ALL_APPS)).map(([device, target]) =>
  act({
    told: `${device} writes ${target}`,
    run: (world) => write(world, world.device(device), { target: world.targets[target] }),
  }),
);

const newWrites = fc.tuple(runnersDevice, fc.constantFrom<TargetName>(...OF_NEW_APPS)).map(([device, target]) =>
  act({
    told: `${device} writes ${target}, which older apps do not know`,
    when: ({ newApps }) => newApps.has(device),
    run: (world) => write(world, world.device(device), { target: world.targets[target] }),
  }),
);

const removes = fc.tuple(runnersDevice, fc.constantFrom<TargetName>(...DELETABLE)).map(([device, target]) =>
  act({
    told: `${device} deletes the record of ${target}`,
    run: (world) => remove(world, world.device(device), { target: world.targets[target] }),
  }),
);

const comments = fc.constantFrom<TargetName>("comment1", "comment2").map((target) =>
  act({
    told: `the coach writes ${target}`,
    run: (world) => write(world, world.device("coach"), { target: world.targets[target] }),
  }),
);

const syncs = fc.tuple(anyDevice, fc.constantFrom("timer" as const, "asked" as const)).map(([device, trigger]) =>
  act({
    told: `${device} syncs (${trigger})`,
    run: async (world) => void (await world.waitFor(sync(world, world.device(device), { trigger }))),
  }),
);

const allSync = fc.constant(
  act({
    told: "everybody syncs, one after the other",
    async run(world) {
      for (const device of DEVICES) await world.waitFor(sync(world, world.device(device)));
    },
  }),
);

/** "Yours or theirs": the runner decides, and the held value goes. */
const choices = runnersDevice.map((device) =>
  act({
    told: `${device} decides what was held`,
    async run(world) {
      const { records } = await look(world.device(device));
      const held = records.find(({ kind, deleted }) => kind === "held" && !deleted);
      if (held === undefined) return;
      const target = { record: held.id, kind: "held", merge: "latest", known: "byAll" } as const;
      await writeNow(world, world.device(device), { target, change: null, patch: {}, fate: null });
    },
  }),
);

/** What people do all day, weighted as they do it. */
export const everydayActs = [
  { weight: 12, arbitrary: writes },
  { weight: 3, arbitrary: newWrites },
  { weight: 3, arbitrary: removes },
  { weight: 4, arbitrary: comments },
  { weight: 12, arbitrary: syncs },
  { weight: 5, arbitrary: allSync },
  { weight: 1, arbitrary: choices },
];
