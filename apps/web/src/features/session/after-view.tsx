"use client";

import { Check, ChevronDown, Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import type { Pattern } from "@legwork/core/exercise";
import type { PrescribedExercise, Prescription } from "@legwork/core/programme";
import { plateLetter, type PlateState } from "@/drawing/plate-state";
import { WithWords } from "@/i18n/intl";
import { Plate } from "@/drawing/plate";
import { Button, IconButton } from "@/ui/button";
import { Screen } from "@/ui/screen";
import { SectionTitle } from "@/ui/screen-title";
import { AfterSets } from "./after-sets";
import type { BegunProps } from "./begun-session";
import { settledSets, stepsOf } from "./flow";
import { PainAfter } from "./pain-after";
import { ScaleRow } from "@/ui/scale-row";
import { useStartAtTop } from "./use-start-at-top";
import { useExerciseWords } from "./use-words";

const RIR_MAX = 5;

/** After the last set: what was done is said and saved, the questions may be left. */
export function AfterView({ id, session, log, onMenu }: BegunProps & { onMenu: () => void }) {
  const t = useTranslations("session.after");
  useStartAtTop();
  const words = useExerciseWords();
  const router = useRouter();
  const total = stepsOf(log).length;
  const done = settledSets(log.sets);
  const pain = session.health?.pain ?? null;
  const asked = exercisesDone(log.prescription, log);
  const open = stepsOf(log).some((step) => log.sets[step.entry] === undefined);

  async function leave() {
    if (log.ending === undefined) await session.finish("finished");
    router.push("/");
  }

  return (
    <Screen
      fullScreen
      footer={
        <Button
          size={72}
          wide
          iconAfter={<Check size={24} strokeWidth={1.9} aria-hidden="true" />}
          onClick={() => void leave()}
        >
          {t("done")}
        </Button>
      }
    >
      <div className="-mx-3 flex h-12 items-center justify-between pt-1">
        <IconButton label={t("done")} onClick={() => void leave()}>
          <ChevronDown size={26} strokeWidth={1.9} aria-hidden="true" />
        </IconButton>
        <IconButton label={t("change")} onClick={onMenu}>
          <Ellipsis size={26} strokeWidth={2.25} aria-hidden="true" />
        </IconButton>
      </div>
      <header className="mt-3 flex items-center gap-4 border-b-[1.5px] border-ink pb-4">
        <Plate
          letter={plateLetter(log.kind)}
          state={plateState(done, total, log.ending === "ticked")}
          dose={total === 0 ? 0 : done / total}
          width={52}
          height={40}
        />
        <div>
          <h1 className="type-title">{t(titleOf(log.ending))}</h1>
          <p className="text-row text-ink2">
            {log.ending === "ticked" ? null : `${t("sets", { done, total })} · `}
            {t("saved")}
          </p>
        </div>
      </header>
      <p className="mt-3 text-row text-ink2">{t("optional")}</p>
      {open && log.ending !== "ticked" && log.ending !== "painStop" && (
        <Button look="quiet" wide className="mt-4" onClick={() => void session.goOn()}>
          {t("goOn")}
        </Button>
      )}
      {asked.length > 0 && (
        <>
          <SectionTitle>{t("rir")}</SectionTitle>
          {asked.map((exercise) => (
            <ScaleRow
              key={exercise.pattern}
              label={words.name(exercise)}
              from={0}
              to={RIR_MAX}
              value={log.rir[exercise.pattern] ?? null}
              onChange={(rir) => void session.setRir(exercise.pattern, rir)}
            />
          ))}
        </>
      )}
      {done > 0 && <AfterSets session={session} log={log} exercises={exercisesDone(log.prescription, log)} />}
      <SectionTitle>{t("effort")}</SectionTitle>
      <ScaleRow
        label={t("effort")}
        hideLabel
        {...(log.effort === undefined ? {} : { said: t(`effortWords.${effortKey(log.effort)}`) })}
        from={0}
        to={10}
        value={log.effort ?? null}
        onChange={(effort) => void session.setEffort(effort)}
      />
      <SectionTitle>{t("pain")}</SectionTitle>
      <ScaleRow
        label={t("pain")}
        hideLabel
        {...(pain === null ? {} : { said: t("painShown", { value: String(pain) }) })}
        from={0}
        to={10}
        value={pain}
        onChange={(value) => void session.setPain(value)}
      />
      {session.health !== null && (
        <Suspense fallback={null}>
          <WithWords of={["safety"]}>
            <PainAfter id={id} health={session.health} today={log.date} />
          </WithWords>
        </Suspense>
      )}
    </Screen>
  );
}

function titleOf(ending: BegunProps["log"]["ending"]): "title" | "stopped" | "painStop" | "ticked" {
  return ending === undefined || ending === "finished" ? "title" : ending;
}

function plateState(done: number, total: number, ticked: boolean): PlateState {
  if (ticked || done >= total) return "done";
  return done === 0 ? "planned" : "partly";
}

type EffortKey = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10";

// The record's schema keeps effort a whole number from 0 to 10.
function effortKey(effort: number): EffortKey {
  return String(effort) as EffortKey;
}

/** Balance and mobility have no last rep that one more could follow. */
const NO_EFFORT: readonly Pattern[] = ["BAL", "MOB"];

function exercisesDone(prescription: Prescription, log: BegunProps["log"]): readonly PrescribedExercise[] {
  const patterns = new Set(Object.values(log.sets).flatMap((set) => (set.state === "skipped" ? [] : [set.pattern])));
  const seen = new Set<string>();
  return prescription.pairs.flat().filter(({ pattern }) => {
    if (NO_EFFORT.includes(pattern) || !patterns.has(pattern) || seen.has(pattern)) return false;
    seen.add(pattern);
    return true;
  });
}
