export { derivePlan } from "./derive-plan";
export type { PlanInput, PlanRecord } from "./derive-plan";
export { draftPlan } from "./draft-plan";
export type { DraftInput } from "./draft-plan";
export { agreedPatch } from "./agreed-patch";
export { summariseRunner } from "./summarise-runner";
export type { SummaryInput } from "./summarise-runner";
export type { Plan, PlanRun, PlanSession, PlanWeek, SessionState } from "./types";
export type { RunnerSummary, SessionMark } from "./summary";
