export { memoryServer } from "./memory-server";
export type { MemoryServer } from "./memory-server";
export { memoryStore } from "../sync/memory-store";
export type { MemoryStore, MemoryStream } from "../sync/memory-store";
export type { StreamChange, StreamStore } from "../sync/stream-store";
export { feelOp } from "./stream";
export { syncRequest } from "./test-server";
