"use client";

import { useTranslations } from "use-intl";
import type { WalkStep } from "@legwork/core/programme";
import { Button } from "@/ui/button";
import { Screen } from "@/ui/screen";
import { clockText } from "./rest-timer";
import { Stadium, StadiumNumber } from "./stadium";
import type { Hold } from "./use-hold";
import { useExerciseWords } from "./use-words";

/** A timed hold, read from the floor. At its end the set is written by itself. */
export function HoldView({ step, hold }: { step: WalkStep; hold: Hold }) {
  const t = useTranslations("session.hold");
  const words = useExerciseWords();
  const { standing } = hold;
  if (standing === null) return null;
  const side = standing.phase === "hold" && step.exercise.perSide ? t("side", { side: standing.side }) : null;
  return (
    <Screen
      fullScreen
      footer={
        <div className="grid gap-1">
          <Button size={72} wide onClick={hold.stop}>
            {t("stop")}
          </Button>
          <Button look="text" wide onClick={hold.cancel}>
            {t("cancel")}
          </Button>
        </div>
      }
    >
      <div className="flex h-12 items-center justify-between gap-4 text-row text-ink2">
        <h1 className="truncate font-strong text-ink">{words.name(step.exercise)}</h1>
        <span className="shrink-0">{side}</span>
      </div>
      <Stadium share={standing.leftMs / standing.totalMs}>
        <StadiumNumber text={clockText(standing.leftMs)}>{t(standing.phase)}</StadiumNumber>
      </Stadium>
    </Screen>
  );
}
