import { sync, wake, write } from "./acts";
import { NETWORK_FAULTS } from "./faults";
import { act, type Act } from "./story";
import { COACH, WIDE } from "./world";

const badRequests = NETWORK_FAULTS.map((fault) =>
  act({
    told: `phone sends two changes: ${fault}`,
    async run(world) {
      const phone = world.device("phone");
      for (const target of ["name", "pain"] as const) await write(world, phone, { target: world.targets[target] });
      phone.nextFault = fault;
      await world.waitFor(sync(world, phone));
    },
  }),
);

const frozenTab = act({
  told: "a frozen tab of the phone wakes",
  async run(world) {
    const phone = world.device("phone");
    await write(world, phone, { target: world.targets.name });
    await world.waitFor(sync(world, phone, { fate: { atStep: 4, what: "freezeBefore" } }));
    world.fault("frozen tab wakes");
    await wake(world, phone);
  },
});

const heldValue = act({
  told: "phone and coach write the same comment, and then the grant ends",
  async run(world) {
    const both = [world.device("phone"), world.device("coach")];
    await world.server.grant(COACH, WIDE);
    // The phone begins it, and then both go on with it without a word between them.
    for (const writers of [both.slice(0, 1), both]) {
      for (const device of writers) await write(world, device, { target: world.targets.comment1 });
      for (const device of both) await world.waitFor(sync(world, device));
    }
    world.fault("revoked");
    await world.server.grant(COACH, null);
  },
});

/** What is so rare among stories of chance that a run of them could be without it; each is told once. */
export const rareActs: readonly Act[] = [...badRequests, frozenTab, heldValue];
