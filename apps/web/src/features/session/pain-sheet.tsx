"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { addDays, type LocalDate } from "@legwork/core/calendar";
import type { WalkStep } from "@legwork/core/programme";
import type { SessionLogFields } from "@legwork/core/record";
import { useRecords } from "@/data";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { showToast } from "@/ui/toast";
import { Toggle } from "@/ui/toggle";
import { painAction, REPEATED_PAIN } from "./pain-rule";
import { ScaleRow } from "@/ui/scale-row";
import type { Session } from "./use-session";

const Sheet = dynamic(() => import("@/ui/sheet").then((module) => module.Sheet));

interface PainSheetProps {
  readonly session: Session;
  readonly log: SessionLogFields;
  readonly step: WalkStep;
  readonly onClose: () => void;
}

/** What hurts and how much, and what that means for today. The rule speaks, the runner decides. */
export function PainSheet({ session, log, step, onClose }: PainSheetProps) {
  const t = useTranslations("session.pain");
  const [pain, setPain] = useState<number | null>(null);
  const [alarming, setAlarming] = useState(false);
  const [site, setSite] = useState("");
  const repeated = useRepeatedPain(log.date);
  const known = pain !== null || alarming;
  const action = painAction({ pain: pain ?? 0, alarming });

  async function act() {
    await session.setPain(pain ?? 0, site.trim());
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
      below={t("below")}
      footer={
        <Button wide disabled={!known} onClick={() => void act()}>
          {action === "stopSession"
            ? t("doStopSession")
            : action === "stopExercise"
              ? t("doStopExercise")
              : t("doGoOn")}
        </Button>
      }
    >
      <ScaleRow label={t("howMuch")} from={0} to={10} value={pain} onChange={setPain} />
      <Toggle label={t("alarming")} on={alarming} onChange={setAlarming} />
      <Field label={t("where")} value={site} maxLength={80} onChange={(event) => setSite(event.target.value)} />
      <output className="block">
        {known && (
          <p className="mt-4 border-t border-rule pt-3 text-body font-strong">
            {t(action)} {repeated && (pain ?? 0) >= REPEATED_PAIN.from && t("repeated")}
          </p>
        )}
      </output>
      <p className="mt-3 text-row text-ink2">{t("stopSigns")}</p>
    </Sheet>
  );
}

function useRepeatedPain(date: LocalDate): boolean {
  const recent = useRecords("health", { from: addDays(date, 1 - REPEATED_PAIN.withinDays) });
  const before = recent.value.filter(
    ({ fields }) => fields.date < date && (fields.pain ?? 0) >= REPEATED_PAIN.from,
  ).length;
  return before + 1 >= REPEATED_PAIN.times;
}
