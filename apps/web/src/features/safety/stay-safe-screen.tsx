"use client";

import { ExternalLink } from "lucide-react";
import { EQUIPMENT_NOTES, SAFETY_GROUPS, STOP_SIGNS, URGENT_SIGNS } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { useSafety } from "@/data";
import { BackRow } from "@/ui/back-row";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle, SectionTitle } from "@/ui/screen-title";
import { Sentences } from "@/ui/sentences";
import { AnswersSection } from "./answers-section";
import { BoneNotice } from "./bone-notice";
import { GroupNotes } from "./group-notes";
import { PainRules } from "./pain-rules";
import { useQuestionsDue } from "./use-questions-due";

/** The official questionnaire; its text may not be copied. */
const LONGER_QUESTIONNAIRE = "https://eparmedx.com";

/** Everything on safety in one place: when to stop, what pain means, what was answered, and what follows from it. */
export function StaySafeScreen() {
  const t = useTranslations("safetyScreen");
  const words = useTranslations("safety");
  const safety = useSafety();
  const due = useQuestionsDue(safety.screening);
  if (safety.status !== "ready") return <ScreenSkeleton />;
  const { groups, blocked } = safety.limits;
  const answers = <AnswersSection screening={safety.screening} limits={safety.limits} due={due} />;
  // What waits for an answer stands first.
  const waits = blocked || due.length > 0;
  const others = SAFETY_GROUPS.filter((group) => !groups.includes(group));

  return (
    <Screen>
      <BackRow />
      <ScreenTitle>{t("title")}</ScreenTitle>
      <p className="text-body">{words("disclaimer")}</p>
      {safety.boneWarning !== null && <BoneNotice since={safety.boneWarning} screening={safety.screening} />}
      {waits && answers}
      <SectionTitle>{words("stop.title")}</SectionTitle>
      <Sentences of={STOP_SIGNS.map((sign) => words(`stop.${sign}`))} />
      <SectionTitle>{words("urgent.title")}</SectionTitle>
      <Sentences of={URGENT_SIGNS.map((sign) => words(`urgent.${sign}`))} />
      <SectionTitle>{t("pain")}</SectionTitle>
      <PainRules />
      {!waits && answers}
      {groups.length > 0 && (
        <>
          <SectionTitle>{t("notes.mine")}</SectionTitle>
          <GroupNotes groups={groups} />
        </>
      )}
      <SectionTitle>{words("equipment.title")}</SectionTitle>
      <Sentences of={EQUIPMENT_NOTES.map((note) => words(`equipment.${note}`))} />
      <SectionTitle>{t("notes.others")}</SectionTitle>
      <GroupNotes groups={others} folded />
      <p className="mt-8 text-row text-ink2">{t("longer.text")}</p>
      <a
        className="inline-flex min-h-12 items-center gap-2 text-row font-strong underline underline-offset-4"
        href={LONGER_QUESTIONNAIRE}
        target="_blank"
        rel="noreferrer"
      >
        {t("longer.link")}
        <ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />
      </a>
    </Screen>
  );
}
