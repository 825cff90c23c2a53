"use client";

import dynamic from "next/dynamic";
import type { Plan } from "@legwork/core/plan";
import { useTranslations } from "use-intl";
import { RibbonM } from "@/drawing/ribbon-m";
import { ribbonOf } from "@/drawing/ribbon-week";
import { useDates } from "@/i18n/use-dates";
import { PlanScreen } from "@/shell/plan-screen";
import { SafetyLine } from "@/shell/safety-line";
import { useProposal } from "@/shell/use-proposal";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { BeforeStart, DoneToday, Over, RestToday } from "./quiet-days";
import { roomOnToday } from "./room-on-today";
import { SafetyToday, useSafetySays } from "./safety-today";
import { SessionToday } from "./session-today";
import { todayOf, type TodayState } from "./today-state";

// Under the answer, most often under the fold: they come a moment after it.
const TodayLines = dynamic(() => import("./today-lines").then((module) => module.TodayLines));

/** One answer: what, how long, how heavy, why today. */
export function TodayScreen() {
  return (
    <PlanScreen>
      {(plan) => {
        const state = todayOf(plan);
        return state === null ? <ScreenSkeleton /> : <KnownToday plan={plan} state={state} />;
      }}
    </PlanScreen>
  );
}

function KnownToday({ plan, state }: { plan: Plan; state: TodayState }) {
  const t = useTranslations("today");
  const programme = useTranslations("programme");
  const dates = useDates();
  const { week } = state;
  const inPlan = plan.currentWeek >= 0;
  return (
    <Screen>
      <ScreenTitle
        aside={<SafetyLine />}
        below={
          inPlan
            ? t("below", {
                date: dates.dayMonth(plan.today),
                week: week.programmeWeek,
                block: plan.block,
                phase: programme(`phase.${week.phase}`),
                reduced: String(week.reduced),
              })
            : dates.dayMonth(plan.today)
        }
      >
        {dates.weekdayLong(plan.today)}
      </ScreenTitle>
      {state.kind !== "over" && <RibbonM week={ribbonOf(week)} today={plan.today} />}
      <UnderRibbon plan={plan} state={state} />
    </Screen>
  );
}

function UnderRibbon({ plan, state }: { plan: Plan; state: TodayState }) {
  const proposal = useProposal(plan);
  const says = useSafetySays(plan);
  if (!proposal.known) return null;
  const room = roomOnToday({
    safety: says === null ? "none" : says.kind === "due" ? "asks" : "stops",
    proposed: proposal.slots,
    asked: state.kind === "session" ? state.session.slot : null,
  });
  return (
    <>
      <SafetyToday today={plan.today} says={says} />
      {room.proposal === "aboveAnswer" && proposal.card}
      <Answer plan={plan} state={state} proposed={room.proposal === "aboveAnswer"} />
      {room.proposal === "underAnswer" && proposal.card}
      <TodayLines plan={plan} week={state.week} room={room} />
    </>
  );
}

interface AnswerProps {
  readonly plan: Plan;
  readonly state: TodayState;
  readonly proposed: boolean;
}

function Answer({ plan, state, proposed }: AnswerProps) {
  switch (state.kind) {
    case "session":
      return <SessionToday plan={plan} week={state.week} session={state.session} proposed={proposed} />;
    case "done":
      return <DoneToday session={state.session} next={state.next} />;
    case "rest":
      return <RestToday week={state.week} next={state.next} away={state.away} />;
    case "beforeStart":
      return <BeforeStart begins={state.begins} daysToGo={state.daysToGo} first={state.first} />;
    case "over":
      return <Over />;
    default:
      return state satisfies never;
  }
}
