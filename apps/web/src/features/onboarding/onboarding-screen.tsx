"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useReducer, useState } from "react";
import { useTranslations } from "use-intl";
import { phoneZone, usePlan, useToday, useWriteRecord } from "@/data";
import { answer, NO_ANSWERS } from "./answers";
import { forgetAnswers, keepAnswers, keptAnswers } from "./kept-answers";
import { KitStep } from "./kit-step";
import { LimitsStep } from "./limits-step";
import { RunningWeekStep } from "./running-week-step";
import { SafetyStep } from "./safety-step";
import { startWrites } from "./start-records";
import { STEPS } from "./step-frame";
import { WelcomeStep } from "./welcome-step";

// The rules come while the questions are answered.
const ResultStep = dynamic(() => import("./result-step").then((module) => module.ResultStep));

/** First run: from nothing to a week with strength in it, in under two minutes and without an account. */
export function OnboardingScreen() {
  const t = useTranslations("onboarding");
  const router = useRouter();
  const today = useToday();
  const plan = usePlan();
  const write = useWriteRecord();
  const [answers, tell] = useReducer(answer, NO_ANSWERS);
  const [saving, setSaving] = useState<"no" | "yes" | "failed">("no");

  useEffect(() => {
    const kept = keptAnswers();
    if (kept !== null) tell({ kind: "restored", answers: kept });
  }, []);
  useEffect(() => {
    if (answers.step > 0) keepAnswers(answers);
  }, [answers]);
  useEffect(() => {
    // Someone who has a plan came here by an old link; their week is at home.
    if (plan.status === "ready" && saving === "no") router.replace("/");
  }, [plan.status, saving, router]);

  const go = (to: number) => {
    tell({ kind: "stepTaken", step: to });
    window.scrollTo({ top: 0 });
  };
  const common = { answers, tell, onBack: () => go(answers.step - 1), onNext: () => go(answers.step + 1) };

  async function start() {
    setSaving("yes");
    try {
      await write(startWrites({ answers, today, zone: phoneZone() }));
    } catch {
      setSaving("failed");
      return;
    }
    forgetAnswers();
    router.replace("/");
  }

  switch (STEPS[answers.step]) {
    case "week":
      return <RunningWeekStep {...common} />;
    case "kit":
      return <KitStep {...common} />;
    case "safety":
      return <SafetyStep {...common} today={today} />;
    case "limits":
      return <LimitsStep {...common} today={today} />;
    case "result":
      return (
        <ResultStep
          answers={answers}
          today={today}
          zone={phoneZone()}
          onBack={common.onBack}
          onChange={() => go(STEPS.indexOf("week"))}
          onStart={() => void start()}
          starting={saving === "yes"}
          problem={saving === "failed" ? t("result.notSaved") : null}
        />
      );
    case "welcome":
    case undefined:
    default:
      return <WelcomeStep onBegin={() => go(1)} />;
  }
}
