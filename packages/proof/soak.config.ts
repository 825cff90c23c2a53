import { defineConfig } from "vitest/config";
import proof from "./vitest.config.ts";

// The soak alone, in the world of the other tests.
export default defineConfig({ ...proof, test: { ...proof.test, name: "soak", include: ["src/simulation/soak.ts"] } });
