import { runServer } from "./process/run-server";

await runServer({ environment: process.env });
