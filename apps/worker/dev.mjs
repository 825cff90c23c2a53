// `npm run dev`: bundles the server while you type and starts it anew after each change.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { bundleWhileTyping } from "./bundle.mjs";

const folder = join(import.meta.dirname, "dist");
await bundleWhileTyping(folder);
const server = spawn(process.execPath, ["--watch", join(folder, "serve.js")], {
  stdio: "inherit",
  cwd: join(import.meta.dirname, "../.."),
  env: { ...process.env, PORT: "3001", LEGWORK_URL: "http://localhost:3000" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
