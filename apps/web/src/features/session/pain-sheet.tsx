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
import { ScaleRow } from "@/ui/scale-row";
import { showToast } from "@/ui/toast";
import { ChipGroup } from "./chip-group";
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

  return (
    <Sheet
      open
      onClose={onClose}
      title={t("title")}
      below={words("soreness")}
      footer={
        <Button wide disabled={!known} onClick={() => void act()}>
          {t(`do.${action}`)}
        </Button>
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
      <output className="block">
        {known && (
          <div className="mt-4 space-y-2 border-t border-rule pt-3 text-body font-strong">
            {painAdvice({ report, today: log.date, before, bone: bone ?? [] }).map((each) => (
              <p key={each.key}>{adviceWords(each)}</p>
            ))}
          </div>
        )}
      </output>
      <p className="mt-3 text-row text-ink2">{t("stopSigns")}</p>
    </Sheet>
  );
}

function toggled<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}
