"use client";

import { ArrowRight, Pause, Play } from "lucide-react";
import { useTranslations } from "use-intl";
import type { WalkStep } from "@legwork/core/programme";
import type { RecordId, SessionLogFields } from "@legwork/core/record";
import { type RestTimer, writeDeviceValue } from "@/data";
import { unlockSound } from "@/platform/alarm";
import { Button } from "@/ui/button";
import { Screen } from "@/ui/screen";
import { progressOf } from "./flow";
import { LazyFigure } from "@/drawing/figure/lazy-figure";
import { addRest, clockText, pauseOrGoOn, restLeftMs } from "./rest-timer";
import { Stadium, StadiumNumber } from "./stadium";
import { useDraft } from "./use-draft";
import { useStartAtTop } from "./use-start-at-top";
import { useExerciseWords } from "./use-words";

interface RestViewProps {
  readonly id: RecordId;
  readonly timer: RestTimer;
  readonly now: number;
  readonly log: SessionLogFields;
  /** The set that comes after the rest. */
  readonly step: WalkStep;
}

/** The rest, read from across the room. */
export function RestView({ id, timer, now, log, step }: RestViewProps) {
  const t = useTranslations("session.rest");
  useStartAtTop();
  const words = useExerciseWords();
  const { draft } = useDraft({ id, log, step });
  const leftMs = restLeftMs(timer, now);
  const { pair, pairs, round, rounds } = progressOf(log, step);
  const set = (next: RestTimer | null) => {
    unlockSound();
    void writeDeviceValue(`rest/${id}`, next);
  };
  const load = draft.loadGrams === null ? "" : `${words.kg(draft.loadGrams)} kg, `;
  const total = clockText(timer.totalMs);

  return (
    <Screen
      fullScreen
      footer={
        <div className="grid gap-2">
          <div className="grid grid-cols-2 gap-2">
            <Button look="quiet" size={56} onClick={() => set(addRest(timer))}>
              {t("more")}
            </Button>
            <Button
              look="quiet"
              size={56}
              icon={
                timer.state === "paused" ? (
                  <Play size={20} strokeWidth={1.75} aria-hidden="true" />
                ) : (
                  <Pause size={20} strokeWidth={1.75} aria-hidden="true" />
                )
              }
              onClick={() => set(pauseOrGoOn(timer, Date.now()))}
            >
              {timer.state === "paused" ? t("goOn") : t("pause")}
            </Button>
          </div>
          <Button
            size={72}
            wide
            iconAfter={<ArrowRight size={22} strokeWidth={1.9} aria-hidden="true" />}
            onClick={() => set(null)}
          >
            {t("skip")}
          </Button>
          <p className="text-center text-caption text-ink2">{t("honest")}</p>
        </div>
      }
    >
      <div className="flex h-12 items-center justify-between text-row text-ink2">
        <span>{pair === 0 ? t("spring") : t("pair", { pair, pairs })}</span>
        <span>{t("next", { pair: step.setNumber > 1 ? "same" : "new", round, rounds })}</span>
      </div>
      <h1 className="sr-only">{pair === 0 ? t("spring") : t("pair", { pair, pairs })}</h1>
      <Stadium share={leftMs / timer.totalMs}>
        <StadiumNumber text={clockText(leftMs)}>
          {timer.state === "paused"
            ? t("paused", { total })
            : t(leftMs > 60_000 ? "minutesLeft" : "secondsLeft", { total })}
        </StadiumNumber>
      </Stadium>
      <output className="sr-only">
        {leftMs <= 10_000 && leftMs > 0 && timer.state === "running" ? t("tenLeft") : ""}
      </output>
      <div className="mt-4 flex items-center gap-4">
        <span className="flex h-14 w-14 shrink-0 justify-center border-b border-line">
          <LazyFigure
            exercise={step.exercise.exercise}
            pattern={step.exercise.pattern}
            lines="fine"
            className="h-14 w-14"
          />
        </span>
        <div className="min-w-0">
          <p className="text-body font-strong">
            {t("nextSet", { exercise: words.name(step.exercise), set: step.setNumber })}
          </p>
          <p className="text-row text-ink2">
            {load}
            {words.amount(step.exercise, draft.amount)}
          </p>
        </div>
      </div>
    </Screen>
  );
}
