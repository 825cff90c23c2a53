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
import { remember } from "../remember";
import type { Carried } from "./carried";

/** A session that the programme asks for, with its minutes. */
export interface AskedSession {
  readonly prescription: Prescription;
  readonly minutes: SessionMinutes;
}

/** All kinds and weeks of about twenty settings. Our own choice. */
const sessionOf = remember<AskedSession>(2_000);

/** What the programme asks for. */
export function askedSession(input: Pick<PrescribeInput, "kind" | "week" | "kit" | "maxMinutes">): AskedSession {
  const { kind, week, kit, maxMinutes } = input;
  return sessionOf(`${kind} ${week} ${kit} ${maxMinutes}`, () => {
    const prescription = prescribe(input);
    return { prescription, minutes: sessionMinutes(prescription) };
  });
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
