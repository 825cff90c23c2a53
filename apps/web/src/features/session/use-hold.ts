import { useEffect, useRef } from "react";
import type { WalkStep } from "@legwork/core/programme";
import type { RecordId } from "@legwork/core/record";
import { useDeviceValue, writeDeviceValue } from "@/data";
import { ringAlarm, unlockSound } from "@/platform/alarm";
import { holdMs, holdStanding, secondsHeld, type HoldStanding } from "./hold-timer";
import { useNow } from "./use-now";

interface HoldOptions {
  readonly id: RecordId;
  readonly step: WalkStep;
  readonly seconds: number;
  readonly sound: boolean;
  readonly onOver: (seconds: number) => void;
}

export interface Hold {
  /** Null while no hold runs. */
  readonly standing: Exclude<HoldStanding, { phase: "over" }> | null;
  readonly start: () => void;
  /** Ends it here: what was held counts. */
  readonly stop: () => void;
  readonly cancel: () => void;
}

/** A timed hold from its tap to its end, told by a stored moment: the phone may lie anywhere meanwhile. */
export function useHold({ id, step, seconds, sound, onOver }: HoldOptions): Hold {
  const kept = useDeviceValue(`hold/${id}`).value;
  const timer = kept?.entry === step.entry ? kept : null;
  const asked = { seconds, perSide: step.exercise.perSide };
  const now = useNow(timer === null ? null : timer.startedAt + holdMs(asked));
  const standing = timer === null ? null : holdStanding(asked, Math.max(0, now - timer.startedAt));
  const phase = standing === null ? "none" : standing.phase === "hold" ? `hold${standing.side}` : standing.phase;
  useRingAtTurns(phase, sound);

  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    if (phase === "over") over.current(seconds);
  }, [phase, seconds]);

  const clear = () => void writeDeviceValue(`hold/${id}`, null);
  return {
    standing: standing === null || standing.phase === "over" ? null : standing,
    start() {
      unlockSound();
      void writeDeviceValue(`hold/${id}`, { entry: step.entry, startedAt: Date.now() });
    },
    stop() {
      const held = timer === null ? 0 : secondsHeld(asked, Date.now() - timer.startedAt);
      if (held > 0) onOver(held);
      else clear();
    },
    cancel: clear,
  };
}

function useRingAtTurns(phase: string, sound: boolean) {
  const before = useRef(phase);
  useEffect(() => {
    if (before.current !== phase && before.current !== "none" && phase !== "none") ringAlarm({ sound });
    before.current = phase;
  }, [phase, sound]);
}
