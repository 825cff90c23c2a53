import type { LocalDate } from "@legwork/core/calendar";
import type { Slot } from "@legwork/core/programme";
import type { RecordId, RecordKind } from "@legwork/core/record";

/** Everything under `local` is read from the phone's database and read again when that changes. */
export const keys = {
  local: ["local"] as const,
  plan: (today: LocalDate) => ["local", "plan", today] as const,
  safety: (today: LocalDate) => ["local", "safety", today] as const,
  mistakes: (today: LocalDate) => ["local", "mistakes", today] as const,
  proposals: (today: LocalDate) => ["local", "proposals", today] as const,
  library: (today: LocalDate, inPlaceOf: Slot | null) => ["local", "library", today, inPlaceOf] as const,
  records: (kind: RecordKind, from: LocalDate | "") => ["local", "records", kind, from] as const,
  record: (kind: RecordKind, id: RecordId | null) => ["local", "record", kind, id] as const,
  runner: ["local", "runner"] as const,
  syncStatus: ["local", "syncStatus"] as const,
  waiting: ["local", "waiting"] as const,
  light: ["local", "light"] as const,
  refused: ["local", "refused"] as const,
  aside: ["local", "aside"] as const,
  history: (id: RecordId | null) => ["local", "history", id] as const,
  anyDevice: ["local", "device"] as const,
  device: (key: string) => ["local", "device", key] as const,
  me: ["server", "me"] as const,
  signInWays: ["server", "signInWays"] as const,
  sessions: ["server", "sessions"] as const,
  squads: ["server", "squads"] as const,
  squadRunners: (squad: string) => ["server", "squads", squad, "runners"] as const,
  invitation: (code: string) => ["server", "invitations", code] as const,
};
