import { daysBetween, type LocalDate } from "../calendar";
import type { HealthFields } from "../record/kinds";
import { PAIN, PAIN_SIGNS, type PainReport } from "./pain";

/** This often within this many days, and a physiotherapist is the better adviser. EX */
export const REPEATED_PAIN = { times: 3, withinDays: 14, from: PAIN.stopExercise } as const;

/** Pain of one session or run: the worst that was said of it. */
export interface PainOnDay {
  readonly date: LocalDate;
  /** 0–10. */
  readonly level: number;
}

/** The worst pain that a health record holds, during, after or on the next morning; 0 when it holds none. */
export function worstPain({ pain, pains, morningPain }: HealthFields): number {
  const during = Object.values(pains ?? {}).map(({ level }) => level);
  return Math.max(0, pain ?? 0, morningPain ?? 0, ...during);
}

/** What a health record holds of pain on its day: the worst level with its site, and every sign that was named. */
export function worstReport({ pain, painSite, pains }: HealthFields): PainReport {
  const told = Object.values(pains ?? {}).toSorted((one, other) => other.level - one.level);
  const worst = told[0];
  const level = Math.max(0, pain ?? 0, worst?.level ?? 0);
  const site = worst !== undefined && worst.level === level ? worst.site : painSite;
  const signs = PAIN_SIGNS.filter((sign) => told.some((each) => each[sign] === true));
  return { level, ...(site === undefined ? {} : { site }), ...Object.fromEntries(signs.map((sign) => [sign, true])) };
}

/** True when the sessions and runs of the fourteen days up to `today` hold three reports of 4 or more. */
export function isRepeatedPain(reports: readonly PainOnDay[], today: LocalDate): boolean {
  const counted = reports.filter(({ date, level }) => {
    const ago = daysBetween(date, today);
    return level >= REPEATED_PAIN.from && ago >= 0 && ago < REPEATED_PAIN.withinDays;
  });
  return counted.length >= REPEATED_PAIN.times;
}
