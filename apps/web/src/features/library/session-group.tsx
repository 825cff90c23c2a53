import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { LibrarySession } from "@legwork/core/session-library";
import { useTranslations } from "use-intl";
import { LegLoadWord } from "@/drawing/leg-load";
import { VerdictMark } from "@/drawing/marks";
import { Button } from "@/ui/button";
import { SectionTitle } from "@/ui/screen-title";
import type { GroupId, LibraryGroup } from "./library-groups";
import { useLibraryWords } from "./use-library-words";

/** Rows shown before the rest is asked for. Our own choice: about two screens of a phone. */
const SHOWN_AT_FIRST = 12;

export const VERDICTS = {
  fits: "fits",
  costs: "possible",
  blocked: "breaks",
  notYet: null,
  unknown: null,
} as const;

interface SessionGroupProps {
  readonly group: LibraryGroup;
  readonly onLook: (session: LibrarySession) => void;
}

/** The sessions of one verdict: name, minutes, leg load. */
export function SessionGroup({ group: { id, rows }, onLook }: SessionGroupProps) {
  const t = useTranslations("libraryPage");
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return (
    <section>
      <SectionTitle aside={<span className="text-row text-ink2">{t("count", { count: rows.length })}</span>}>
        {t(`group.${id}`)}
      </SectionTitle>
      <ul>
        {shown.map(({ session }) => (
          <SessionRow key={session.id} id={id} session={session} onLook={onLook} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button look="text" wide className="mt-1" onClick={() => setOpen(true)}>
          {t("showAll", { count: rows.length })}
        </Button>
      )}
    </section>
  );
}

interface SessionRowProps {
  readonly id: GroupId;
  readonly session: LibrarySession;
  readonly onLook: (session: LibrarySession) => void;
}

function SessionRow({ id, session, onLook }: SessionRowProps) {
  const t = useTranslations("libraryPage");
  const words = useLibraryWords();
  const verdict = VERDICTS[id];
  return (
    <li className="-mx-5 border-b border-rule px-5">
      <button
        type="button"
        className="focus-inside flex min-h-18 w-full items-center gap-4 rounded-tile py-2 text-left active:bg-sunk"
        onClick={() => onLook(session)}
      >
        {verdict !== null && <VerdictMark verdict={verdict} />}
        <span className="min-w-0 grow">
          <span className="block text-body font-strong">{words.name(session)}</span>
          <span className="flex flex-wrap gap-x-4 text-row text-ink2">
            {t("minutes", { minutes: Math.round(session.minutes.superset) })}
            <LegLoadWord load={session.legLoad.class} />
            {words.kit(session)}
          </span>
        </span>
        <ChevronRight size={20} strokeWidth={1.75} className="shrink-0 text-ink2" aria-hidden="true" />
      </button>
    </li>
  );
}
