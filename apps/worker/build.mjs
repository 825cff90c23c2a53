// `turbo run build`: apps/worker/src becomes apps/worker/dist.
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

await bundle(join(import.meta.dirname, "dist"));
