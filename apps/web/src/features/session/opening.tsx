"use client";

import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { Suspense, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { LadderPattern } from "@legwork/core/exercise";
import type { Plan, PlanSession, PlanWeek } from "@legwork/core/plan";
import type { PrescribedExercise, SessionKind, SessionMode } from "@legwork/core/programme";
import type { RecordId } from "@legwork/core/record";
import { usePlan, useRecords, useSafety, useToday } from "@/data";
import { DECISION_WORDS } from "@/drawing/decision-line";
import { Plate } from "@/drawing/plate";
import { plateLetter } from "@/drawing/plate-state";
import { WithWords } from "@/i18n/intl";
import { unlockSound } from "@/platform/alarm";
import { Button, IconButton } from "@/ui/button";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { SectionTitle } from "@/ui/screen-title";
import { SegmentedControl } from "@/ui/segmented-control";
import { showToast } from "@/ui/toast";
import { BlockedStart } from "@/shell/blocked-start";
import { ChangesPart } from "./changes-part";
import { CheckResult } from "./check-result";
import { checkSession } from "./opening-check";
import { OpeningFigures } from "./opening-figures";
import { PairList } from "./pair-list";
import { UNCHECKED } from "./pre-check";
import { PreCheckFields } from "./pre-check-fields";
import type { Session } from "./use-session";

const ChooseSheet = dynamic(() => import("./choose-sheet").then((module) => module.ChooseSheet));

/** Before the first set: how long, how heavy, what, and why today. */
export function Opening({ id, session, missing }: { id: RecordId; session: Session; missing: ReactNode }) {
  const plan = usePlan();
  if (plan.status === "loading") return <ScreenSkeleton fullScreen />;
  const found = plan.status === "ready" ? findSession(plan.plan, id) : null;
  if (found === null) return missing;
  return (
    <WithWords of={DECISION_WORDS}>
      <FoundOpening {...found} session={session} />
    </WithWords>
  );
}

interface Found {
  readonly plan: Plan;
  readonly week: PlanWeek;
  readonly planned: PlanSession;
}

/** In these the runner's own rungs and weights stand; others have their own. */
const OWN_RUNGS: readonly SessionKind[] = ["A", "B", "M", "V"];

function FoundOpening({ plan, week, planned, session }: Found & { session: Session }) {
  const t = useTranslations("session.opening");
  const tSession = useTranslations("session");
  const tProgramme = useTranslations("programme");
  const router = useRouter();
  const [chosenMode, setMode] = useState<SessionMode | null>(null);
  const [check, setCheck] = useState(UNCHECKED);
  const [anyway, setAnyway] = useState(false);
  const [changing, setChanging] = useState<Choosable | null>(null);
  const safety = useSafety();
  const today = useToday();
  const programme = useRecords("programme").value[0]?.fields;
  const mode = chosenMode ?? (plan.straightSets ? "straight" : "superset");
  const checked = checkSession({ plan, planned }, check);
  const prescription = anyway && checked.mayIgnore ? planned.prescription : checked.advised;
  const beginning = { session: planned, prescription, monday: week.monday, mode, check };
  const name = tProgramme(`session.${prescription.kind}.name`);
  const canChoose = programme !== undefined && OWN_RUNGS.includes(prescription.kind) && planned.instead !== undefined;

  const result = (
    <CheckResult plan={plan} week={week} planned={planned} checked={checked} anyway={anyway} onAnyway={setAnyway} />
  );

  function start() {
    unlockSound();
    void session.begin(beginning);
  }
  async function tick() {
    await session.begin({ ...beginning, ticked: true });
    showToast(t("tickedToast"));
    router.push("/");
  }

  return (
    <Screen
      fullScreen
      footer={
        <div className="grid gap-1">
          {safety.limits.blocked && (
            <Suspense fallback={null}>
              <WithWords of={["safety"]}>
                <BlockedStart screening={safety.screening} today={today} />
              </WithWords>
            </Suspense>
          )}
          <Button size={64} wide disabled={safety.status === "loading" || safety.limits.blocked} onClick={start}>
            {t("start")}
          </Button>
          <Button look="text" wide onClick={() => void tick()}>
            {t("ticked")}
          </Button>
        </div>
      }
    >
      <div className="-mx-3 flex h-12 items-center justify-between">
        <IconButton label={t("close")} onClick={() => router.push("/")}>
          <X size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        <span className="pr-3 text-row text-ink2">
          {t("about", { week: week.programmeWeek, phase: tProgramme(`phase.${week.phase}`), block: plan.block })}
        </span>
      </div>
      <header className="mt-3 flex items-center gap-4 border-b-[1.5px] border-ink pb-4">
        <Plate letter={plateLetter(prescription.kind)} state="done" width={52} height={40} />
        <h1 className="type-title">{tSession("title", { kind: prescription.kind, name })}</h1>
      </header>
      <OpeningFigures planned={planned} prescription={prescription} mode={mode} />
      {checked.says && checked.isByRuns && <div className="mt-5">{result}</div>}
      <SectionTitle>{t("pairs")}</SectionTitle>
      <PairList
        prescription={prescription}
        {...(canChoose
          ? { onChoose: (exercise: PrescribedExercise) => isChoosable(exercise) && setChanging(exercise) }
          : {})}
      />
      <div className="mt-4">
        <SegmentedControl
          label={t("order")}
          value={mode}
          onChange={setMode}
          options={[
            { value: "superset", text: t("superset") },
            { value: "straight", text: t("straight") },
          ]}
        />
        <p className="mt-2 text-row text-ink2">
          {plan.straightSets && mode === "straight" ? `${t("straightNow")} ` : ""}
          {t("warmUp")}
        </p>
      </div>
      <ChangesPart plan={plan} prescription={prescription} />
      <SectionTitle aside={<span className="text-row text-ink2">{t("checkAside")}</span>}>{t("check")}</SectionTitle>
      <PreCheckFields
        check={check}
        onChange={(next) => {
          setCheck(next);
          setAnyway(false);
        }}
      />
      <output className="block">{checked.says && !checked.isByRuns && result}</output>
      {changing !== null && programme !== undefined && (
        <ChooseSheet
          plan={plan}
          exercise={changing}
          programme={programme}
          kit={planned.kit ?? programme.kit}
          limits={safety.limits}
          onClose={() => setChanging(null)}
        />
      )}
    </Screen>
  );
}

type Choosable = PrescribedExercise & { readonly pattern: LadderPattern };

function isChoosable(exercise: PrescribedExercise): exercise is Choosable {
  return exercise.pattern !== "PLYO" && exercise.pattern !== "MOB";
}

function findSession(plan: Plan, id: RecordId): Found | null {
  for (const week of plan.weeks) {
    const planned = week.sessions.find((each) => each.id === id);
    if (planned !== undefined) return { plan, week, planned };
  }
  return null;
}
