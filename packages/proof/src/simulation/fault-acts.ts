import fc from "fast-check";
import {
  beginSync,
  discard,
  evict,
  forgetBeginning,
  settle,
  sync,
  wake,
  write,
  writeImpossible,
  writePoison,
} from "./acts";
import { newTab } from "./device";
import { anyDevice } from "./everyday-acts";
import { NETWORK_FAULTS } from "./faults";
import { act } from "./story";
import type { Fate } from "./tab";
import type { TargetName } from "./targets";
import { COACH, type DeviceName, DEVICES, NARROW, RUNNERS_DEVICES, WIDE } from "./world";

/** A cycle with one batch waits for about a dozen things. Our own choice. */
const STEPS = 14;
const TEN_YEARS_MS = 10 * 365 * 86_400_000;

const step = fc.integer({ min: 1, max: STEPS });
const runnersDevice = fc.constantFrom<DeviceName>(...RUNNERS_DEVICES);

const badNetwork = fc.tuple(anyDevice, fc.constantFrom(...NETWORK_FAULTS)).map(([device, fault]) =>
  act({
    told: `the next request of ${device}: ${fault}`,
    run: (world) => void (world.device(device).nextFault = fault),
  }),
);

const syncDeaths = fc
  .tuple(anyDevice, step, fc.constantFrom<Fate["what"]>("dieBefore", "dieAfter"))
  .map(([device, atStep, what]) =>
    act({
      told: `${device} syncs, and its tab dies ${what === "dieBefore" ? "before" : "after"} step ${atStep}`,
      async run(world) {
        const tab = world.device(device).tab;
        await world.waitFor(sync(world, world.device(device), { fate: { atStep, what } }));
        if (world.device(device).tab !== tab) world.fault("tab dies in a sync");
      },
    }),
  );

const writeDeaths = fc
  .tuple(runnersDevice, fc.constantFrom<Fate["what"]>("dieBefore", "dieAfter"))
  .map(([device, what]) =>
    act({
      told: `${device} writes the name, and its tab dies ${what === "dieBefore" ? "before" : "after"} the transaction`,
      async run(world) {
        world.fault("tab dies in a write");
        await write(world, world.device(device), { target: world.targets.name, fate: { atStep: 1, what } });
      },
    }),
  );

const freezes = fc
  .tuple(anyDevice, step, fc.constantFrom<Fate["what"]>("freezeBefore", "freezeAfter"))
  .map(([device, atStep, what]) =>
    act({
      told: `${device} syncs, and its tab freezes ${what === "freezeBefore" ? "before" : "after"} step ${atStep}`,
      async run(world, { frozen }) {
        await world.waitFor(sync(world, world.device(device), { fate: { atStep, what } }));
        if (world.device(device).frozen.length === 0) return;
        frozen.add(device);
        world.fault("tab freezes");
      },
    }),
  );

const wakes = fc.constant(
  act({
    told: "all frozen tabs wake",
    when: ({ frozen }) => frozen.size > 0,
    async run(world, { frozen }) {
      for (const device of frozen) {
        world.fault("frozen tab wakes");
        await wake(world, world.device(device));
      }
      frozen.clear();
    },
  }),
);

const twoTabs = anyDevice.map((device) =>
  act({
    told: `${device} syncs in two tabs at once`,
    async run(world) {
      world.fault("two tabs at once");
      const one = world.device(device);
      const other = newTab(one);
      // Correctness must not depend on locks.
      const both = [one.tab, other].map((tab) => beginSync(world, one, { tab, locks: "none" }));
      for (const ending of await world.waitFor(Promise.all(both))) settle(world, one, ending);
      await world.show(one);
    },
  }),
);

const together = fc.uniqueArray(anyDevice, { minLength: 2, maxLength: DEVICES.length }).map((names) =>
  act({
    told: `${names.join(", ")} sync at once`,
    async run(world) {
      world.fault("devices at once");
      await world.waitFor(Promise.all(names.map((name) => sync(world, world.device(name)))));
    },
  }),
);

const expiries = anyDevice.map((device) =>
  act({
    told: `the session of ${device} expires, and it syncs`,
    async run(world) {
      world.fault("session expires");
      world.device(device).session = "expired";
      await world.waitFor(sync(world, world.device(device)));
    },
  }),
);

const returns = anyDevice.map((device) =>
  act({
    told: `${device} signs in again`,
    run: (world) => void (world.device(device).session = "live"),
  }),
);

const grants = fc.constantFrom(WIDE, NARROW).map((scope) =>
  act({
    told: `the runner lets the coach see ${scope.read.join(", ")}`,
    async run(world, plot) {
      plot.granted = true;
      plot.backup = null;
      world.fault("granted anew");
      await world.server.grant(COACH, scope);
    },
  }),
);

const revocations = fc.constant(
  act({
    told: "the runner ends the coach's grant",
    when: ({ granted }) => granted,
    async run(world, plot) {
      plot.granted = false;
      plot.backup = null;
      world.fault("revoked");
      await world.server.grant(COACH, null);
    },
  }),
);

const revocationsAtOnce = fc.constant(
  act({
    told: "the runner ends the coach's grant while the coach syncs",
    when: ({ granted }) => granted,
    async run(world, plot) {
      plot.granted = false;
      plot.backup = null;
      world.fault("revoked");
      const revoking = async () => {
        await world.schedule("the revocation");
        await world.server.grant(COACH, null);
      };
      await world.waitFor(Promise.all([sync(world, world.device("coach")), revoking()]));
    },
  }),
);

const upgrades = runnersDevice.map((device) =>
  act({
    told: `${device} gets the newer app`,
    when: ({ newApps }) => !newApps.has(device),
    run(world, { newApps }) {
      newApps.add(device);
      world.fault("app upgraded");
    },
  }),
);

const clockJumps = fc.tuple(anyDevice, fc.constantFrom(-1, 1)).map(([device, direction]) =>
  act({
    told: `the clock of ${device} jumps ten years ${direction < 0 ? "back" : "ahead"}`,
    run(world) {
      world.fault("clock jumps");
      world.device(device).clock += direction * TEN_YEARS_MS;
    },
  }),
);

const serverRestarts = fc.constant(
  act({
    told: "the server restarts",
    run(world) {
      world.fault("server restarts");
      world.serverLife += 1;
      world.log({ type: "serverRestart" });
    },
  }),
);

const backups = fc.constant(
  act({
    told: "the server is backed up",
    run(world, plot) {
      plot.backup = world.server.backUp();
    },
  }),
);

const setBacks = fc.constantFrom("failover" as const, "restore" as const).map((how) =>
  act({
    told: how === "failover" ? "the server fails over to the backup, and nobody says so" : "the backup is restored",
    when: ({ backup }) => backup !== null,
    run(world, { backup }) {
      if (backup === null) return;
      world.fault(how === "failover" ? "server fails over to an older copy" : "backup restored");
      world.serverLife += 1;
      world.server.setBack(backup, how);
    },
  }),
);

const forgottenBeginnings = fc
  .tuple(
    fc.constantFrom<TargetName>("setOne", "comment1", "pain"),
    fc.uniqueArray(runnersDevice, { minLength: 2, maxLength: 2 }),
  )
  .map(([target, [first = "phone", other = "tablet"]]) =>
    act({
      told: `${first} begins ${target}, ${other} goes on with it, and the server fails over to a copy from before`,
      run: (world) =>
        forgetBeginning(world, {
          target: world.targets[target],
          first: world.device(first),
          other: world.device(other),
        }),
    }),
  );

const evictions = anyDevice.map((device) =>
  act({
    told: `the system wipes the database of ${device}`,
    async run(world, { frozen }) {
      frozen.delete(device);
      world.fault("database evicted");
      await evict(world, world.device(device));
    },
  }),
);

const fullPhones = runnersDevice.map((device) =>
  act({
    told: `${device} writes set P3.1 with no room left`,
    async run(world) {
      world.fault("no room for a write");
      await write(world, world.device(device), { target: world.targets.setOne, fate: { atStep: 1, what: "noRoom" } });
    },
  }),
);

const fullSyncs = fc.tuple(anyDevice, step).map(([device, atStep]) =>
  act({
    told: `${device} syncs and finds no room at step ${atStep}`,
    async run(world) {
      const { tab } = world.device(device);
      await world.waitFor(sync(world, world.device(device), { fate: { atStep, what: "noRoom" } }));
      if (tab.hasMetFate()) world.fault("no room in a sync");
    },
  }),
);

const poisons = runnersDevice.map((device) =>
  act({
    told: `${device} writes a comment that the database cannot store`,
    async run(world) {
      world.fault("poison op");
      await writePoison(world, world.device(device));
    },
  }),
);

const impossible = runnersDevice.map((device) =>
  act({
    told: `${device} writes a comment at a time that is none`,
    async run(world) {
      world.fault("impossible value");
      await writeImpossible(world, world.device(device));
    },
  }),
);

const discards = runnersDevice.map((device) =>
  act({ told: `${device} lets go what was refused`, run: (world) => discard(world, world.device(device)) }),
);

/** Everything that goes wrong. */
export const faultActs = [
  { weight: 8, arbitrary: badNetwork },
  { weight: 4, arbitrary: syncDeaths },
  { weight: 1, arbitrary: writeDeaths },
  { weight: 3, arbitrary: freezes },
  { weight: 2, arbitrary: wakes },
  { weight: 2, arbitrary: twoTabs },
  { weight: 3, arbitrary: together },
  { weight: 1, arbitrary: expiries },
  { weight: 1, arbitrary: returns },
  { weight: 2, arbitrary: grants },
  { weight: 1, arbitrary: revocations },
  { weight: 1, arbitrary: revocationsAtOnce },
  { weight: 1, arbitrary: upgrades },
  { weight: 1, arbitrary: clockJumps },
  { weight: 1, arbitrary: serverRestarts },
  { weight: 1, arbitrary: forgottenBeginnings },
  { weight: 3, arbitrary: backups },
  { weight: 5, arbitrary: setBacks },
  { weight: 1, arbitrary: evictions },
  { weight: 1, arbitrary: fullPhones },
  { weight: 1, arbitrary: fullSyncs },
  { weight: 1, arbitrary: poisons },
  { weight: 1, arbitrary: impossible },
  { weight: 1, arbitrary: discards },
];
