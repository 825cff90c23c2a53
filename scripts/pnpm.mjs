// Any pnpm command with the pinned version: Node and npm are all a machine needs.
import { runPnpm } from "./run-pnpm.mjs";

process.exit(runPnpm(process.argv.slice(2)));
