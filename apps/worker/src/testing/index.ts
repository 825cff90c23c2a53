export { memoryServer } from "./memory-server";
export type { MemoryServer } from "./memory-server";
export { memoryStore } from "../sync/memory-store";
export type { MemoryStore, MemoryStream } from "../sync/memory-store";
export type { StreamChange, StreamStore } from "../sync/stream-store";
export { bundleChangedServer, postmasterPid, removeBundle, startChild, temporaryFolder } from "../process/child-server";
export type { ChildServer } from "../process/child-server";
export type { Plugin } from "esbuild";
