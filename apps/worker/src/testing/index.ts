export { memoryServer } from "./memory-server";
export type { MemoryServer } from "./memory-server";
export { memoryStore } from "../sync/memory-store";
export type { MemoryStore } from "../sync/memory-store";
