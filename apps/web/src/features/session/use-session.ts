import type { PlanSession } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import type { ExerciseId, Pattern } from "@legwork/core/exercise";
import type { Prescription, SessionMode, WalkStep } from "@legwork/core/programme";
import { healthId, type Json, type LoggedSet, type RecordId } from "@legwork/core/record";
import type { LocalDate } from "@legwork/core/calendar";
import { useRecord, useRunner, useToday, useWriteRecord, writeDeviceValue, type WriteRecord } from "@/data";
import { askToKeepStorage } from "@/platform/storage";
import { showToast } from "@/ui/toast";
import { nextAfter, restBetween, type SessionLog, stepsOf } from "./flow";
import { painPatch, type PainDraft } from "./pain-draft";
import { checkFields, type PreCheck } from "./pre-check";
import { startRest } from "./rest-timer";

export type Ending = "finished" | "stopped" | "painStop" | "ticked";

export interface Beginning {
  readonly session: PlanSession;
  /** What will be done: the session's own, or what the check before it made of it. */
  readonly prescription: Prescription;
  readonly monday: LocalDate;
  readonly mode: SessionMode;
  readonly check: PreCheck;
  /** "I did it": the whole session at once, without its sets. */
  readonly ticked?: true;
}

/** The log of one session and every tap that changes it. A promise resolves when the tap is on the disk. */
export function useSession(id: RecordId | null) {
  const record = useRecord("session_log", id);
  const health = useHealthOf(id);
  const write = useSayingWrite();
  const today = useToday();

  const change = (patch: Readonly<Record<string, Json>>) =>
    id === null ? Promise.resolve(false) : write({ id, kind: "session_log", patch });
  const changeHealth = (patch: Readonly<Record<string, Json>>) =>
    id === null
      ? Promise.resolve(false)
      : write((runner) => [{ id: healthId(runner, id), kind: "health", patch: { about: id, date: today, ...patch } }]);
  const ended = (ending: Ending) => ({ ending, finishedAt: new Date().toISOString() });

  return {
    status: record.status,
    log: record.value?.fields ?? null,
    health,

    async begin({ session, prescription, monday, mode, check, ticked }: Beginning) {
      const now = new Date().toISOString();
      const { slot } = session;
      const checked = checkFields(check);
      const fields = {
        monday,
        slot,
        kind: prescription.kind,
        prescription,
        date: today,
        startedAt: now,
        mode,
        sets: {},
        rir: {},
        ...(ticked ? ended("ticked") : {}),
      };
      await write((runner) => [
        { id: session.id, kind: "session_log", fields },
        ...(checked === null
          ? []
          : [
              {
                id: healthId(runner, session.id),
                kind: "health" as const,
                fields: { about: session.id, date: today, ...checked },
              },
            ]),
      ]);
      void askToKeepStorage();
    },

    /** Writes the set, with the last one also the end; then starts the rest that follows it. */
    async settle(log: SessionLog, step: WalkStep, set: LoggedSet, options: { readonly rest: boolean }) {
      const next = nextAfter(log, step.entry);
      const saved = await change({ [`sets/${step.entry}`]: asJson(set), ...(next === null ? ended("finished") : {}) });
      if (!saved || id === null) return;
      const seconds = restBetween(step, next);
      const rest = options.rest && set.state !== "skipped" && seconds > 0 ? startRest(seconds, Date.now()) : null;
      await writeDeviceValue(`rest/${id}`, rest);
      await writeDeviceValue(`hold/${id}`, null);
      await writeDeviceValue(`draft/${id}`, null);
    },
    /** Leaves out what is still open of one exercise. */
    skipExercise(log: SessionLog, exercise: ExerciseId) {
      const open = stepsOf(log).filter((step) => log.sets[step.entry] === undefined);
      const skipped = open.filter((step) => step.exercise.exercise === exercise);
      const sets = skipped.map(({ entry, exercise: { pattern } }): [string, Json] => [
        `sets/${entry}`,
        { pattern, state: "skipped", amount: 0 },
      ]);
      return change({ ...Object.fromEntries(sets), ...(skipped.length === open.length ? ended("finished") : {}) });
    },
    correct: (entry: string, set: LoggedSet | null) => change({ [`sets/${entry}`]: set === null ? null : asJson(set) }),
    setMode: (mode: SessionMode) => change({ mode }),
    finish: (ending: Ending) => change(ended(ending)),
    goOn: () => change({ ending: null, finishedAt: null }),
    setRir: (pattern: Pattern, rir: number | null) => change({ [`rir/${pattern}`]: rir }),
    /** Breath, not muscle, ended the sets. */
    setBreathless: (breathless: boolean) => change({ breathless }),
    setForm: (pattern: Pattern, broke: boolean) => change({ [`form/${pattern}`]: broke ? true : null }),
    setEffort: (effort: number | null) => change({ effort }),
    setPain: (pain: number | null) => changeHealth({ pain }),
    /** Keeps what was said of one exercise, and the worst of it for the session. */
    setExercisePain: (draft: PainDraft, pattern: Pattern) => changeHealth(painPatch(draft, pattern, health)),
  };
}

export type Session = ReturnType<typeof useSession>;

function useHealthOf(id: RecordId | null) {
  const runner = useRunner();
  return useRecord("health", runner === null || id === null ? null : healthId(runner, id)).value?.fields ?? null;
}

/** Writes, and says so when it could not: false then, and nothing was kept. */
function useSayingWrite(): (...writes: Parameters<WriteRecord>) => Promise<boolean> {
  const write = useWriteRecord();
  const t = useTranslations("session.set");
  return async (writes) => {
    try {
      await write(writes);
      return true;
    } catch {
      showToast(t("saveFailed"));
      return false;
    }
  };
}

// A set is plain JSON already; its type only lacks the index signature.
function asJson(set: LoggedSet): Json {
  return { ...set };
}
