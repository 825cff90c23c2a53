import type { SessionSetting } from "../adaptation";
import type { Exposures, SessionDose } from "../placement";
import {
  exposureFamily,
  legLoad,
  prescribe,
  sessionMinutes,
  type LegHistory,
  type PrescribeInput,
  type Prescription,
  type SessionKind,
  type SessionMinutes,
} from "../programme";
import { remember } from "../remember";

/** A session that the programme asks for, with its minutes. */
export interface AskedSession {
  readonly prescription: Prescription;
  readonly minutes: SessionMinutes;
}

/** All kinds and weeks of about twenty settings. Our own choice. */
const sessionOf = remember<AskedSession>(2_000);

export interface AskedInput extends Pick<
  PrescribeInput,
  "kind" | "week" | "kit" | "maxMinutes" | "turn" | "noNordics"
> {
  readonly setting: SessionSetting;
}

const settingKeys = new WeakMap<SessionSetting, string>();

/** One text for equal settings. */
export function keyOf(setting: SessionSetting): string {
  const key = settingKeys.get(setting) ?? JSON.stringify(setting);
  settingKeys.set(setting, key);
  return key;
}

/** What the programme asks for, as the runner's records make it. */
export function askedSession({ setting, ...input }: AskedInput): AskedSession {
  const { kind, week, kit, maxMinutes, turn = 1, noNordics = false } = input;
  return sessionOf(`${kind} ${week} ${kit} ${maxMinutes} ${turn} ${noNordics} ${keyOf(setting)}`, () => {
    const prescription = prescribe({ ...input, rungs: setting.rungs, adapted: setting.adapted });
    return { prescription, minutes: sessionMinutes(prescription) };
  });
}

/** Minutes and leg load of a session, by how new it is to the legs. */
export function doseOf({ prescription, minutes }: AskedSession, history: LegHistory): SessionDose {
  return { minutes, legLoad: legLoad(prescription, history) };
}

/** How often the content of `kind` was done: core teaches the legs nothing, so it is never new to them. */
export function exposuresOf(kind: SessionKind, exposures: Exposures): number {
  const family = exposureFamily(kind);
  return family === "C" ? 0 : exposures[family];
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
