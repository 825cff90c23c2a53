import type fc from "fast-check";
import type { MemoryStream } from "@legwork/worker/testing";
import type { DeviceName, World } from "./world";

/** What the commands know of the run: enough to leave out what cannot happen. */
export interface Plot {
  granted: boolean;
  backup: MemoryStream | null;
  readonly newApps: Set<DeviceName>;
  readonly frozen: Set<DeviceName>;
}

export function newPlot(): Plot {
  return { granted: false, backup: null, newApps: new Set(["newer"]), frozen: new Set() };
}

export type Act = fc.AsyncCommand<Plot, World, true>;

interface Telling {
  /** How a failing run tells it. */
  readonly told: string;
  readonly when?: (plot: Plot) => boolean;
  readonly run: (world: World, plot: Plot) => Promise<void> | void;
}

/** One line of a story. */
export function act({ told, when = () => true, run }: Telling): Act {
  return {
    check: async (plot) => when(plot),
    async run(plot, world) {
      world.tally.commands += 1;
      world.doing = told;
      await run(world, plot);
    },
    toString: () => told,
  };
}
