export { readSyncStatus } from "@/sync";
