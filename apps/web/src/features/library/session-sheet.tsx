"use client";

import type { Pattern } from "@legwork/core/exercise";
import type { ExtraCheck } from "@legwork/core/placement";
import { librarySession, type LibrarySession } from "@legwork/core/session-library";
import { useTranslations } from "use-intl";
import type { LibraryCheck } from "@/data";
import { LegLoadWord } from "@/drawing/leg-load";
import { Plate } from "@/drawing/plate";
import { plateLetter } from "@/drawing/plate-state";
import { Sheet } from "@/ui/sheet";
import { canReplace, isPaused, waitsForSprings, type Springs } from "./library-groups";
import { PairsOf } from "./pairs-of";
import type { PlannedToday } from "./today-facts";
import { useLibraryWords } from "./use-library-words";
import { VerdictLine } from "./verdict-line";
import { WaysToStart } from "./ways-to-start";

interface SessionSheetProps {
  readonly session: LibrarySession;
  /** Null when the rules could not be asked. */
  readonly check: LibraryCheck | null;
  readonly planned: PlannedToday | null;
  readonly springs: Springs;
  readonly paused: readonly Pattern[];
  readonly onClose: () => void;
}

/** What a session holds, what the rules say to it today, and the ways to begin it. */
export function SessionSheet({ session, check, planned, springs, paused, onClose }: SessionSheetProps) {
  const t = useTranslations("libraryPage.sheet");
  const library = useTranslations("library");
  const programme = useTranslations("programme");
  const words = useLibraryWords();
  const { prescription, minutes, legLoad, muscles, needsSpringGate } = session;
  const replaced = planned !== null && canReplace(session) ? planned : null;
  const replacedName = replaced === null ? "" : programme(`session.${replaced.session.kind}.name`);
  // Two verdicts only where they are two.
  const inPlace = replaced !== null && check?.inPlace && differs(check.inPlace, check.beside) ? check.inPlace : null;
  const asMade = librarySession(session.id) ?? session;
  const hurts = isPaused(session, paused);
  const notYet = hurts || waitsForSprings(asMade, springs);

  return (
    <Sheet
      open
      onClose={onClose}
      mark={<Plate letter={plateLetter(prescription.kind)} width={48} height={34} />}
      title={words.name(session)}
      below={t("below", { minutes: Math.round(minutes.superset), straight: Math.round(minutes.straight) })}
      {...(notYet ? {} : { footer: <WaysToStart session={session} check={check} replaced={replaced} /> })}
    >
      <p className="mt-4 text-body">{words.description(session)}</p>
      {session.prescription !== asMade.prescription && <p className="mt-2 text-row text-ink2">{t("withinLimits")}</p>}
      <p className="mt-2 flex flex-wrap gap-x-4 text-row text-ink2">
        <LegLoadWord load={legLoad.class} strong />
        {words.kit(session)}
      </p>
      <section className="mt-4 border-y border-rule py-1">
        {notYet && <VerdictLine status="notYet" reasons={[]} />}
        {!notYet && inPlace !== null && <VerdictLine {...inPlace} about={t("inPlaceOf", { name: replacedName })} />}
        {!notYet && check !== null && (
          <VerdictLine {...check.beside} {...(inPlace === null ? {} : { about: t("beside") })} />
        )}
        {hurts && <p className="py-2 text-row text-ink2">{t("paused")}</p>}
        {!hurts && notYet && springs === "off" && <p className="py-2 text-row text-ink2">{t("springsOff")}</p>}
        {needsSpringGate && springs !== "off" && (
          <p className="py-2 text-row text-ink2">
            {library("spring.gate")} {library("spring.stop")}
          </p>
        )}
      </section>
      <h3 className="mt-5 text-row font-strong">{t("what")}</h3>
      <PairsOf prescription={prescription} />
      {muscles.length > 0 && (
        <>
          <h3 className="mt-5 text-row font-strong">{t("muscles")}</h3>
          <p className="mt-1 flex gap-2 text-row text-ink2">
            <span className="mt-1 size-3 shrink-0 rounded-[3px] bg-strength" aria-hidden="true" />
            {muscles.map((muscle) => programme(`muscle.${muscle}`)).join(", ")}
          </p>
        </>
      )}
    </Sheet>
  );
}

function differs(one: ExtraCheck, other: ExtraCheck): boolean {
  const [first, second] = [one.reasons[0], other.reasons[0]];
  return one.status !== other.status || first?.code !== second?.code || first?.session?.kind !== second?.session?.kind;
}
