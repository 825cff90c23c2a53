import type { LocalDate } from "../calendar";
import type { Rung, SpringDrill } from "../exercise/pattern";
import { ageGroup } from "./age";
import { SAFETY_GROUPS, type SafetyGroup } from "./groups";
import { judgeScreening } from "./judge-screening";
import { isCleared, unclearedAnswers, yesAnswers, type Screening, type ScreeningQuestion } from "./screening";

/** What the answers allow. It overrides whatever the plan would ask. */
export interface SafetyLimits {
  /** No session begins: a blocking yes without a professional's word, too young, or questions left open. */
  readonly blocked: boolean;
  readonly springDrills: boolean;
  readonly nordics: boolean;
  /** False: the hamstring curl stays out altogether. */
  readonly hamstringCurl: boolean;
  /** The highest rung of every ladder. */
  readonly rungMax: Rung;
  /** Reps in reserve, at least, 0–5. */
  readonly rirMin: number;
  /** The groups whose notes hold, in the order of `SAFETY_GROUPS`. */
  readonly groups: readonly SafetyGroup[];
}

/** Far enough from the last rep that nobody holds their breath. EX */
const CAREFUL_RIR = 3;

type GroupLimits = Omit<SafetyLimits, "blocked" | "groups">;

const FREE: GroupLimits = { springDrills: true, nordics: true, hamstringCurl: true, rungMax: 5, rirMin: 0 };

/** The question does not tell pregnant from after birth, so what is stricter of the two holds: rung 0. EX */
const LIMITS_OF_GROUP: Readonly<Record<SafetyGroup, GroupLimits>> = {
  pregnancy: { ...FREE, springDrills: false, nordics: false, rungMax: 0, rirMin: CAREFUL_RIR },
  under18: { ...FREE, rirMin: CAREFUL_RIR },
  // Nordics begin on rung 3. Spring drills: only with clearance, see below.
  sixtyPlus: { ...FREE, nordics: false, rungMax: 1 },
  lowEnergyOrBone: { ...FREE, springDrills: false },
  highBloodPressure: FREE,
  hypermobileOrSprain: FREE,
};

/** A problem of bone, joint, tendon or muscle holds back more than the groups it may belong to. EX */
const BONES_AND_JOINTS: GroupLimits = {
  ...FREE,
  springDrills: false,
  nordics: false,
  hamstringCurl: false,
  rungMax: 0,
};

/** A yes may mean any of these, so the notes of all of them are given. */
const GROUPS_OF_QUESTION: Readonly<Partial<Record<ScreeningQuestion, readonly SafetyGroup[]>>> = {
  heart: ["highBloodPressure"],
  bonesAndJoints: ["lowEnergyOrBone", "hypermobileOrSprain"],
  pregnancy: ["pregnancy"],
  lowEnergy: ["lowEnergyOrBone"],
};

/** The limits on the day `today`: of everything that holds the strictest, without exceptions. Open questions block. */
export function safetyLimits(screening: Screening, today: LocalDate): SafetyLimits {
  const verdict = judgeScreening(screening, today);
  const blocked = verdict.kind !== "free" && verdict.kind !== "advice";
  const groups = groupsOf(screening, today);
  const cleared = groups.includes("sixtyPlus") ? isCleared(screening) : unclearedAnswers(screening).length === 0;
  const parts = [
    ...groups.map((group) => LIMITS_OF_GROUP[group]),
    ...(screening.answers.bonesAndJoints?.yes === true ? [BONES_AND_JOINTS] : []),
  ];
  return {
    blocked,
    springDrills: !blocked && cleared && parts.every((part) => part.springDrills),
    nordics: !blocked && parts.every((part) => part.nordics),
    hamstringCurl: parts.every((part) => part.hamstringCurl),
    rungMax: parts.reduce<Rung>((lowest, part) => (part.rungMax < lowest ? part.rungMax : lowest), FREE.rungMax),
    rirMin: Math.max(FREE.rirMin, ...parts.map((part) => part.rirMin)),
    groups,
  };
}

/** The hardest spring drill that the limits allow; null for none. From 60 on only the two-leg bounces, with clearance. EX */
export function hardestSpringDrill({ springDrills, groups }: SafetyLimits): SpringDrill | null {
  if (!springDrills) return null;
  return groups.includes("sixtyPlus") ? "Y1" : "Y5";
}

function groupsOf(screening: Screening, today: LocalDate): readonly SafetyGroup[] {
  const age = ageGroup(screening.birthYear, today);
  const yes = yesAnswers(screening).flatMap((question) => GROUPS_OF_QUESTION[question] ?? []);
  return SAFETY_GROUPS.filter((group) =>
    group === "under18" ? age === "under18" || age === "tooYoung" : group === age || yes.includes(group),
  );
}
