import { defineConfig, mergeConfig } from "vitest/config";
import proof from "./vitest.config";

export default mergeConfig(proof, defineConfig({ test: { name: "soak", include: ["src/simulation/soak.ts"] } }));
