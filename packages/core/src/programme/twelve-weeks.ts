import type { LadderPattern, SpringDrill } from "../exercise";

/** Sets × reps (seconds for P6F and P6S) in weeks 1–12, a bar between the phases. EX */
type TwelveWeeks = string;

interface Column {
  readonly pattern: LadderPattern;
  readonly weeks: TwelveWeeks;
}

/** Columns by pair. */
export const TWELVE_WEEKS: Readonly<Record<"A" | "B", readonly (readonly Column[])[]>> = {
  A: [
    [
      { pattern: "P3", weeks: "2×8 2×8 3×8 2×8 | 3×8 3×8 3×10 2×8 | 3×6 3×6 3×6 2×6" },
      { pattern: "P6F", weeks: "2×20 2×25 2×25 2×20 | 2×30 2×30 3×35 2×30 | 2×40 2×40 2×40 2×30" },
    ],
    [
      { pattern: "P2", weeks: "2×10 2×10 2×10 2×10 | 3×8 3×8 3×10 2×8 | 3×6 3×6 3×6 2×6" },
      { pattern: "P5", weeks: "2×10 2×12 2×12 2×10 | 2×10 3×10 3×12 2×10 | 3×8 3×8 3×8 2×8" },
    ],
    [
      { pattern: "P8", weeks: "2×4 2×5 2×6 2×4 | 3×5 3×5 3×6 2×4 | 3×5 3×6 3×6 2×4" },
      { pattern: "P6S", weeks: "2×15 2×20 2×20 2×15 | 2×20 2×25 2×25 2×20 | 2×30 2×30 2×30 2×20" },
    ],
  ],
  B: [
    [
      { pattern: "P1", weeks: "2×6 2×8 3×8 2×8 | 3×8 3×8 3×10 2×8 | 3×6 3×6 3×6 2×6" },
      { pattern: "P6F", weeks: "2×20 2×25 2×25 2×20 | 2×30 2×30 2×35 2×30 | 2×40 2×40 2×40 2×30" },
    ],
    [
      { pattern: "P4", weeks: "2×12 2×12 3×12 2×12 | 3×10 3×10 3×10 2×10 | 3×8 3×8 3×8 2×8" },
      { pattern: "U2", weeks: "2×12 2×12 2×12 2×12 | 2×10 2×10 2×10 2×10 | 2×8 2×8 2×8 2×8" },
    ],
    [
      { pattern: "P7", weeks: "2×10 2×12 2×12 2×10 | 2×12 2×12 3×15 2×12 | 2×12 3×12 3×12 2×10" },
      { pattern: "P5", weeks: "2×10 2×12 2×12 2×10 | 2×10 2×10 2×12 2×10 | 2×8 2×8 2×8 2×8" },
    ],
  ],
};

/** A spring drill of a session: sets × contacts. */
export interface SpringDose {
  readonly drill: SpringDrill;
  readonly sets: number;
  readonly contacts: number;
}

const POGO: SpringDose = { drill: "Y1", sets: 2, contacts: 15 };

/** Spring drills by session and week, in order; weeks not named have none. EX */
export const SPRING_WEEKS: Readonly<Record<"A" | "B", Readonly<Partial<Record<number, readonly SpringDose[]>>>>> = {
  A: { 9: [POGO], 10: [POGO], 11: [POGO] },
  B: {
    5: [POGO],
    6: [{ drill: "Y1", sets: 3, contacts: 15 }],
    7: [{ drill: "Y1", sets: 3, contacts: 20 }],
    8: [POGO],
    9: [
      { drill: "Y1", sets: 2, contacts: 20 },
      { drill: "Y4", sets: 2, contacts: 5 },
    ],
    10: [
      { drill: "Y3", sets: 2, contacts: 20 },
      { drill: "Y4", sets: 3, contacts: 5 },
    ],
    11: [
      { drill: "Y3", sets: 3, contacts: 20 },
      { drill: "Y4", sets: 3, contacts: 5 },
    ],
    12: [POGO],
  },
};

/** Sets and amount of a column in a programme week, 1–12. */
export function doseOf(weeks: TwelveWeeks, week: number): { readonly sets: number; readonly amount: number } {
  const [sets, amount] = (weeks.replaceAll("| ", "").split(" ")[week - 1] ?? "").split("×").map(Number);
  if (sets === undefined || amount === undefined) throw new RangeError(`The programme has no week ${week}.`);
  return { sets, amount };
}
