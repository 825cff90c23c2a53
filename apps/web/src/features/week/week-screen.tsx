"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { addDays } from "@legwork/core/calendar";
import type { Plan, PlanWeek } from "@legwork/core/plan";
import type { RecordId } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { RibbonL } from "@/drawing/ribbon-l";
import { plateLetter } from "@/drawing/plate-state";
import { ribbonOf } from "@/drawing/ribbon-week";
import { ruleNumber } from "@/drawing/rule-number";
import { useDates } from "@/i18n/use-dates";
import { useShortfallWords } from "@/i18n/use-reason-words";
import { PlanScreen } from "@/shell/plan-screen";
import { ProposalPlace } from "@/shell/proposal-place";
import { IconButton } from "@/ui/button";
import { Badge } from "@/ui/chip";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { NoteLines } from "./note-lines";
import { PhaseStrip } from "./phase-strip";
import { useSwipe } from "./use-swipe";

const WeekDecisions = dynamic(() => import("./week-decisions").then((module) => module.WeekDecisions));
const WeekHistoryLink = dynamic(() => import("./week-history-link").then((module) => module.WeekHistoryLink));
const SessionSheet = dynamic(() => import("./session-sheet").then((module) => module.SessionSheet));

/** The week ribbon in full, and the weeks of the block it belongs to. */
export function WeekScreen() {
  return <PlanScreen>{(plan) => <KnownWeeks plan={plan} />}</PlanScreen>;
}

function KnownWeeks({ plan }: { plan: Plan }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const last = plan.weeks.length - 1;
  const index = chosen ?? openingWeek(plan);
  const week = plan.weeks[index];
  const page = (by: 1 | -1) => setChosen(Math.min(last, Math.max(0, index + by)));
  const swipe = useSwipe({ onLeft: () => page(1), onRight: () => page(-1) });
  if (week === undefined) return <ScreenSkeleton />;
  const days = <OneWeek key={week.monday} plan={plan} week={week} />;
  return (
    <Screen>
      <div {...swipe}>
        <WeekHead week={week} block={plan.block} first={index === 0} last={index === last} onPage={page} />
        <PhaseStrip plan={plan} shown={index} onShow={setChosen} />
        {index === plan.currentWeek ? <ProposalPlace plan={plan}>{days}</ProposalPlace> : days}
      </div>
    </Screen>
  );
}

interface WeekHeadProps {
  readonly week: PlanWeek;
  readonly block: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly onPage: (by: 1 | -1) => void;
}

function WeekHead({ week, block, first, last, onPage }: WeekHeadProps) {
  const t = useTranslations("week");
  const dates = useDates();
  return (
    <header className="flex items-center justify-between pt-3 pb-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="type-title">{t("number", { week: week.programmeWeek })}</h1>
        <p className="text-row text-ink2">
          {dates.range(week.monday, addDays(week.monday, 6))}
          {block > 1 && `, ${t("block", { block })}`}
        </p>
      </div>
      <div className="-mr-3 flex">
        <IconButton label={t("earlier")} disabled={first} onClick={() => onPage(-1)}>
          <ChevronLeft size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        <IconButton label={t("later")} disabled={last} onClick={() => onPage(1)}>
          <ChevronRight size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </div>
    </header>
  );
}

function OneWeek({ plan, week }: { plan: Plan; week: PlanWeek }) {
  const t = useTranslations("week");
  const shortfallWords = useShortfallWords();
  const router = useRouter();
  const [opened, setOpened] = useState<RecordId | null>(null);
  const movedByHand = week.sessions.some((each) => each.movedByHand);
  const broken = week.sessions.flatMap(({ kind, breaks }) =>
    breaks === null ? [] : [{ slot: plateLetter(kind), rule: breaks.rule }],
  );
  const session = week.sessions.find((each) => each.id === opened) ?? null;
  return (
    <>
      {(week.reduced || movedByHand || broken.length > 0) && (
        <div className="mb-3 flex flex-wrap gap-2">
          {week.reduced && <Badge>{t("reduced")}</Badge>}
          {movedByHand && broken.length === 0 && <Badge>{t("movedByHand")}</Badge>}
          {broken.map(({ slot, rule }) => (
            <Badge key={slot} look="amber" rule={ruleNumber(rule)}>
              {t("yourChoice", { letter: slot })}
            </Badge>
          ))}
        </div>
      )}
      <WeekDecisions plan={plan} week={week} />
      <NoteLines week={week} />
      <RibbonL
        week={ribbonOf(week)}
        today={plan.today}
        onSession={(key) => setOpened(key as RecordId)}
        onRun={(key) => router.push(`/run?id=${key}`)}
        runOpens={(run) => addDays(week.monday, run.day) <= plan.today}
      />
      {week.shortfall.map((each) => (
        <p key={each.slot} className="mt-4 border-t border-rule pt-3 text-row">
          {shortfallWords(each)} <span className="text-caption text-ink3">{ruleNumber(each.reason.rule)}</span>
        </p>
      ))}
      <WeekHistoryLink monday={week.monday} />
      {session !== null && <SessionSheet plan={plan} week={week} session={session} onClose={() => setOpened(null)} />}
    </>
  );
}

// Before the start the first week, after the end the last.
function openingWeek(plan: Plan): number {
  if (plan.currentWeek >= 0) return plan.currentWeek;
  const first = plan.weeks[0];
  return first !== undefined && plan.today < first.monday ? 0 : plan.weeks.length - 1;
}
