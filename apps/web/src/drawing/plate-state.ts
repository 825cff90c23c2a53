import type { SessionState } from "@legwork/core/plan";
import type { SessionKind } from "@legwork/core/programme";

/** What a plate can show; what is due or begun is still planned. */
export type PlateState = "planned" | "done" | "partly" | "moved" | "excused" | "missed" | "ahead";

/** How the state of a session is drawn. What is ahead in the plan is a planned plate: only charts reduce it to a dot. */
export function plateStateOf(status: SessionState["status"]): PlateState {
  return PLATE_STATES[status];
}

const PLATE_STATES: Record<SessionState["status"], PlateState> = {
  ahead: "planned",
  due: "planned",
  started: "planned",
  done: "done",
  partly: "partly",
  moved: "moved",
  excused: "excused",
  skipped: "missed",
  missed: "missed",
};

/** The letter on the plate: both taper sessions share T. */
export function plateLetter(kind: SessionKind): string {
  return kind.slice(0, 1);
}
