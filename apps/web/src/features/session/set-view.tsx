"use client";

import dynamic from "next/dynamic";
import { ArrowRight, SkipForward, Zap } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import type { WalkStep } from "@legwork/core/programme";
import type { LoggedSet, RecordId, SessionLogFields } from "@legwork/core/record";
import { WithWords } from "@/i18n/intl";
import { unlockSound } from "@/platform/alarm";
import { Button } from "@/ui/button";
import { ChoiceChip } from "@/ui/chip";
import { Screen } from "@/ui/screen";
import { showToast } from "@/ui/toast";
import { isSecondHalf, type Tap } from "./double-tap";
import { nextAfter } from "./flow";
import { FigurePlace } from "./figure-place";
import { HoldView } from "./hold-view";
import { isHold } from "./hold-timer";
import { LastTimeLine } from "./last-time-line";
import { loggedSet } from "./logged-set";
import { PairMap } from "./pair-map";
import { SessionHead } from "./session-head";
import { SetNumbers } from "./set-numbers";
import { useCalibration } from "./use-calibration";
import { useDraft } from "./use-draft";
import { useHold } from "./use-hold";
import { useRestPreferences } from "./use-rest-preferences";
import type { Session } from "./use-session";
import { useStartAtTop } from "./use-start-at-top";
import { useExerciseWords } from "./use-words";

/** Loaded with its words when something hurts. */
const PainSheet = dynamic(() => import("./pain-sheet").then((module) => module.PainSheet));

interface SetViewProps {
  readonly id: RecordId;
  readonly session: Session;
  readonly log: SessionLogFields;
  readonly step: WalkStep;
  readonly onMenu: () => void;
}

/** One set: where I am, how it goes, what stands in it. As planned is one tap. */
export function SetView({ id, session, log, step, onMenu }: SetViewProps) {
  const t = useTranslations("session.set");
  useStartAtTop();
  const words = useExerciseWords();
  const preferences = useRestPreferences();
  const { draft, lastTime, change } = useDraft({ id, log, step });
  const [pain, setPain] = useState(false);
  const [shownAt] = useState(() => performance.now());
  const next = nextAfter(log, step.entry);
  const timed = isHold(step.exercise);
  const calibrates = useCalibration({ id, log, step });
  const [calibration, setCalibration] = useState(false);

  async function settle(set: LoggedSet) {
    unlockSound();
    await session.settle(log, step, set, { rest: preferences.automatic });
  }
  const done = (amount: number) =>
    settle(loggedSet(step, { state: "done", amount, loadGrams: draft.loadGrams, calibration }));
  const hold = useHold({ id, step, seconds: draft.amount, sound: preferences.sound, onOver: done });

  async function skip() {
    await settle(loggedSet(step, { state: "skipped", amount: 0, loadGrams: null }));
    showToast(t("skipped"), () => void session.correct(step.entry, null));
  }

  function act(tap: Tap) {
    if (isSecondHalf(tap, shownAt)) return;
    if (timed) hold.start();
    else void done(draft.amount);
  }

  if (hold.standing !== null) return <HoldView step={step} hold={hold} />;
  return (
    <Screen
      fullScreen
      footer={
        <div>
          <Button size={80} wide className="!justify-between text-left" onClick={(event) => act(event.nativeEvent)}>
            <span className="whitespace-nowrap">{timed ? t("startHold") : t("done")}</span>
            <span className="flex items-center gap-3 text-right text-row font-caption">
              {timed
                ? t("holdFor", { seconds: draft.amount })
                : next === null
                  ? t("thenLast")
                  : t("then", {
                      what: `${words.short(next.exercise)} ${words.range(next.exercise, log.prescription.phase)}`,
                    })}
              <ArrowRight size={22} strokeWidth={1.9} className="shrink-0" aria-hidden="true" />
            </span>
          </Button>
          <div className="mt-2 flex justify-between">
            {timed && (
              <Button look="text" className="!px-2" onClick={() => void done(draft.amount)}>
                {t("logHold")}
              </Button>
            )}
            <Button
              look="text"
              className="!px-2"
              icon={<SkipForward size={20} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => void skip()}
            >
              {t("skip")}
            </Button>
            <Button
              look="text"
              className="!px-2"
              icon={<Zap size={20} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => setPain(true)}
            >
              {t("pain")}
            </Button>
          </div>
        </div>
      }
    >
      <SessionHead log={log} startedAt={log.startedAt} onMenu={onMenu} />
      <div className="mt-2">
        <PairMap log={log} step={step} />
      </div>
      <FigurePlace exercise={step.exercise} />
      <h1 className="mt-4 text-section font-strong">{words.name(step.exercise)}</h1>
      <p className="text-row text-ink2">{words.cue(step.exercise)}</p>
      <SetNumbers exercise={step.exercise} phase={log.prescription.phase} draft={draft} onChange={change} />
      <LastTimeLine exercise={step.exercise} lastTime={lastTime} />
      {calibrates && (
        <div className="mt-3 border-t border-rule pt-3">
          <p className="mb-2 text-row">{t("calibrate")}</p>
          <ChoiceChip pressed={calibration} onPress={() => setCalibration(!calibration)}>
            {t("calibrated")}
          </ChoiceChip>
        </div>
      )}
      {pain && (
        <Suspense fallback={null}>
          <WithWords of={["safety"]}>
            <PainSheet id={id} session={session} log={log} step={step} onClose={() => setPain(false)} />
          </WithWords>
        </Suspense>
      )}
    </Screen>
  );
}
