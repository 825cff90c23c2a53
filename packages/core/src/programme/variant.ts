import type { Pattern } from "../exercise";
import { exposureFamily } from "./leg-load";
import type { SessionKind } from "./prescription";

/** A way of doing an exercise that differs from session to session. */
export type Variant = "straightKnee" | "bentKnee";

/** Calf raises: straight knee in A and its versions, bent knee (for the soleus) in B and its light version; null elsewhere. EX */
export function variantOf(kind: SessionKind, pattern: Pattern): Variant | null {
  if (pattern !== "P5") return null;
  return exposureFamily(kind) === "B" ? "bentKnee" : "straightKnee";
}
