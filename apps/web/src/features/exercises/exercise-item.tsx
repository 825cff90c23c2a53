import { exerciseFacts, type ExerciseFacts, type ExerciseId } from "@legwork/core/exercise";
import { useTranslations } from "use-intl";
import { Badge } from "@/ui/chip";
import { inSentence } from "./in-sentence";
import { GateLines } from "./gate-lines";
import { RungFigure } from "./rung-figure";
import { SpringLines } from "./spring-lines";

/** One exercise: how it looks, how it is done, what to watch for, what it needs and what comes after. */
export function ExerciseItem({ exercise, own }: { exercise: ExerciseId; own: boolean }) {
  const t = useTranslations("exercises");
  const texts = useTranslations("exercise");
  const facts = exerciseFacts(exercise);
  const text = (part: "name" | "cue" | "fault1" | "fault2") => texts(`${exercise}.${part}` as "P1.0.name");
  return (
    <li className="border-t border-rule py-3 first:border-t-0">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          {(facts.rung !== null || own) && (
            <p className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1 text-caption text-ink2">
              {facts.rung !== null && t("step", { step: facts.rung + 1 })}
              {own && <Badge look="ink">{t("yours")}</Badge>}
            </p>
          )}
          <h3 className="text-body font-strong">{text("name")}</h3>
          <p className="text-row">{text("cue")}</p>
        </div>
        <RungFigure exercise={exercise} />
      </div>
      <p className="mt-1 text-row text-ink2">
        {t("faults", { fault1: text("fault1"), fault2: inSentence(text("fault2")) })}
      </p>
      <Needs facts={facts} />
      <GateLines facts={facts} />
      <SpringLines exercise={exercise} />
    </li>
  );
}

function Needs({ facts: { kit, load, unit, perSide, pattern } }: { facts: ExerciseFacts }) {
  const t = useTranslations("exercises");
  const words = [
    ...(pattern === "MOB" ? [] : [t(`kit.${kit}`)]),
    ...(load === null ? [] : [t(`load.${load.eitherWay ? "either" : load.hands === 1 ? "one" : "two"}`)]),
    ...(load?.grams === undefined
      ? []
      : [t("load.small", { least: load.grams.least / 1000, most: load.grams.most / 1000 })]),
    t(`counts.${perSide && unit !== "contacts" ? (`${unit}PerSide` as const) : unit}`),
  ];
  return <p className="mt-1 text-caption text-ink2">{words.join(" · ")}</p>;
}
