import type { SessionDose } from "../placement";
import {
  exposureFamily,
  legLoad,
  prescribe,
  sessionMinutes,
  type PrescribeInput,
  type Prescription,
  type SessionMinutes,
} from "../programme";
import type { Carried } from "./carried";

/** A session that the programme asks for, with its minutes. */
export interface AskedSession {
  readonly prescription: Prescription;
  readonly minutes: SessionMinutes;
}

/** Answers kept: all kinds and weeks of about twenty settings. Our own choice. */
const KEPT_MAX = 2_000;
const kept = new Map<string, AskedSession>();

/** What the programme asks for. The same question is answered once: a phone asks it again at every tap. */
export function askedSession(input: Pick<PrescribeInput, "kind" | "week" | "kit" | "maxMinutes">): AskedSession {
  const key = `${input.kind} ${input.week} ${input.kit} ${input.maxMinutes}`;
  const known = kept.get(key);
  if (known) return known;
  const prescription = prescribe(input);
  const asked = { prescription, minutes: sessionMinutes(prescription) };
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(key, asked);
  return asked;
}

/** Minutes and leg load of a session after the exposures that the runner has had. */
export function doseOf({ prescription, minutes }: AskedSession, { exposures }: Carried): SessionDose {
  const family = exposureFamily(prescription.kind);
  return { minutes, legLoad: legLoad(prescription, { exposures: family === "C" ? 0 : exposures[family] }) };
}

const counted = new WeakMap<Prescription, AskedSession>();

/** A prescription that was agreed or logged, with its minutes. */
export function agreedSession(prescription: Prescription): AskedSession {
  const known = counted.get(prescription);
  if (known) return known;
  const agreed = { prescription, minutes: sessionMinutes(prescription) };
  counted.set(prescription, agreed);
  return agreed;
}
