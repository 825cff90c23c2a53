import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { LocalDate } from "@legwork/core/calendar";
import type { SessionLogFields } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { useRecords } from "@/data";

/** Today's sessions beside the plan, open ones to go on with, and the way to the library. */
export function BesidePlan({ today }: { today: LocalDate }) {
  const t = useTranslations("today.beside");
  const logs = useRecords("session_log", { from: today }).value;
  const beside = logs.filter(({ fields }) => fields.slot === undefined && fields.date === today);
  return (
    <section aria-label={t("title")}>
      {beside.map(({ id, fields }) => (
        <Line key={id} href={`/session?id=${id}`}>
          {fields.ending === undefined ? t("open") : t("done", { sets: setsDone(fields) })}
        </Line>
      ))}
      <Line href="/library">{t("library")}</Line>
    </section>
  );
}

function Line({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="focus-inside flex min-h-14 items-center justify-between gap-3 border-t border-rule py-2 text-row active:bg-sunk"
    >
      {children}
      <ChevronRight size={20} strokeWidth={1.75} className="shrink-0" aria-hidden="true" />
    </Link>
  );
}

function setsDone({ sets }: SessionLogFields): number {
  return Object.values(sets).filter(({ state }) => state !== "skipped").length;
}
