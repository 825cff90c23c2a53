import { defineConfig } from "vitest/config";
import proof from "./vitest.config.ts";

// The soak alone, in the world of the other tests, but without their Postgres: its streams are in memory.
const { globalSetup: _, ...world } = proof.test ?? {};
export default defineConfig({ ...proof, test: { ...world, name: "soak", include: ["src/simulation/soak.ts"] } });
