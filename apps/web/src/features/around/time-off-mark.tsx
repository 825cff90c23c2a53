import { Bandage, Plane, Thermometer, TreePalm } from "lucide-react";
import type { TimeOffEntry } from "./entries";

const MARKS = { illness: Thermometer, injury: Bandage, travel: Plane, holiday: TreePalm } as const;

/** Why there is no strength, as a sign beside its word. */
export function TimeOffMark({ reason, size = 20 }: { reason: TimeOffEntry["reason"]; size?: number }) {
  const Mark = MARKS[reason];
  return <Mark size={size} strokeWidth={1.75} aria-hidden="true" />;
}
