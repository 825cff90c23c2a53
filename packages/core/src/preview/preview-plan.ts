import type { PlacedSession, Reason } from "../placement";
import type { Phase, Prescription } from "../programme/prescription";
import type { PreviewRequest } from "./request";

/** A placed session of the preview. */
export interface PreviewSession extends PlacedSession {
  /** UUIDv5 over the canonical request, the week and the slot. */
  readonly id: string;
  readonly prescription: Prescription;
}

export interface PreviewWeek {
  readonly week: number;
  readonly phase: Phase;
  readonly reduced: boolean;
  readonly sessions: readonly PreviewSession[];
  readonly shortfall: readonly Reason[];
}

/** The answer as data: reasons instead of texts. */
export interface PreviewPlan {
  readonly weeks: readonly PreviewWeek[];
}

/** Twelve weeks of strength around the requested runs. The same request gives the same plan, ids included. */
export function previewPlan(_request: PreviewRequest): PreviewPlan {
  return { weeks: [] };
}
