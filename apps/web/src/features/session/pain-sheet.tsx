"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { WalkStep } from "@legwork/core/programme";
import type { RecordId, SessionLogFields } from "@legwork/core/record";
import {
  asksBoneQuestions,
  BONE_QUESTIONS,
  PAIN_SIGNS,
  PAIN_SITES,
  painAdvice,
  sessionAction,
} from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { otherPains, useSafety } from "@/data";
import { useAdviceWords } from "@/i18n/use-advice-words";
import { Button } from "@/ui/button";
import { ChipGroup } from "@/ui/chip-group";
import { ScaleRow } from "@/ui/scale-row";
import { showToast } from "@/ui/toast";
import { boneAnswers, NO_PAIN_SAID, reportOf } from "./pain-draft";
import type { Session } from "./use-session";

const Sheet = dynamic(() => import("@/ui/sheet").then((module) => module.Sheet));

interface PainSheetProps {
  readonly id: RecordId;
  readonly session: Session;
  readonly log: SessionLogFields;
  readonly step: WalkStep;
  readonly onClose: () => void;
}

/** What hurts and how much, and what that means for today. The rule speaks, the runner decides. */
export function PainSheet({ id, session, log, step, onClose }: PainSheetProps) {
  const t = useTranslations("session.pain");
  const words = useTranslations("safety.pain");
  const signs = useTranslations("safety");
  const adviceWords = useAdviceWords();
  const [draft, setDraft] = useState(NO_PAIN_SAID);
  const before = otherPains(useSafety().health, id);
  const report = reportOf(draft);
  const bone = boneAnswers(draft);
  const known = draft.level !== null || draft.signs.length > 0;
  const action = sessionAction({ report, bone });

  async function act() {
    await session.setExercisePain(draft, step.exercise.pattern);
    if (action === "stopSession") await session.finish("painStop");
    if (action === "stopExercise") await session.skipExercise(log, step.exercise.exercise);
    showToast(t("noted"));
    onClose();
  }

  const meaning = known && (
    <span className="block space-y-1.5 pb-3 text-row font-strong short:pt-3">
      {painAdvice({ report, today: log.date, before, bone: bone ?? [] }).map((each) => (
        <span key={each.key} className="block">
          {adviceWords(each)}
        </span>
      ))}
    </span>
  );

  return (
    <Sheet
      open
      onClose={onClose}
      title={t("title")}
      below={words("soreness")}
      footer={
        <>
          <output className="block short:hidden">{meaning}</output>
          <Button wide disabled={!known} onClick={() => void act()}>
            {t(`do.${action}`)}
          </Button>
        </>
      }
    >
      <ScaleRow
        label={t("howMuch")}
        from={0}
        to={10}
        value={draft.level}
        onChange={(level) => setDraft({ ...draft, level })}
      />
      <ChipGroup
        label={t("where")}
        options={PAIN_SITES}
        words={(site) => words(`site.${site}`)}
        chosen={draft.site === null ? [] : [draft.site]}
        onPress={(site) => setDraft({ ...draft, site: draft.site === site ? null : site })}
        scrolls
      />
      <ChipGroup
        label={t("signs")}
        options={PAIN_SIGNS}
        words={(sign) => words(`sign.${sign}`)}
        chosen={draft.signs}
        onPress={(sign) => setDraft({ ...draft, signs: toggled(draft.signs, sign) })}
      />
      {asksBoneQuestions(report) && (
        <ChipGroup
          label={words("askBone")}
          options={BONE_QUESTIONS}
          words={(question) => words(`bone.${question}`)}
          chosen={draft.bone}
          onPress={(question) => setDraft({ ...draft, bone: toggled(draft.bone, question) })}
        />
      )}
      {/* On a low screen what it means scrolls with the rest; else it stands above the button. */}
      <output className="mt-4 block border-t border-rule tall:hidden">{meaning}</output>
      <p className="mt-3 text-row text-ink2">{signs("stop.sentence")}</p>
    </Sheet>
  );
}

function toggled<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}
