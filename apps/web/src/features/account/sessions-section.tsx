import { useFormatter, useTranslations } from "use-intl";
import type { AccountSession } from "@legwork/core/wire";
import { phoneZone, useEndOtherSessions, useEndSession, useSessions } from "@/data";
import { Button } from "@/ui/button";
import { SectionTitle } from "@/ui/screen-title";
import { showToast } from "@/ui/toast";
import { Refusal } from "./refusal";

/** Where the account is signed in; each other one can be signed out from here. */
export function SessionsSection() {
  const t = useTranslations("account.manage.sessions");
  const sessions = useSessions();
  const endOthers = useEndOtherSessions();
  const rows = sessions.data ?? [];
  const failure = sessions.error ?? endOthers.error;
  return (
    <section aria-busy={sessions.isPending}>
      <SectionTitle>{t("title")}</SectionTitle>
      {sessions.isPending && <p className="py-3 text-body text-ink2">{t("loading")}</p>}
      <ul>
        {rows.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {failure !== null && <Refusal error={failure} />}
      {rows.length > 1 && (
        <Button
          look="quiet"
          className="mt-3"
          disabled={endOthers.isPending}
          onClick={() => endOthers.mutate(undefined, { onSuccess: () => showToast(t("othersEnded")) })}
        >
          {t("endOthers")}
        </Button>
      )}
    </section>
  );
}

function SessionRow({ session }: { session: AccountSession }) {
  const t = useTranslations("account.manage.sessions");
  const format = useFormatter();
  const end = useEndSession();
  const day = (moment: string) =>
    format.dateTime(new Date(moment), { day: "numeric", month: "short", year: "numeric", timeZone: phoneZone() });
  const name = useSessionName(session);
  // By its promise: the row is gone from the list before it is done, and callbacks of a row that is gone are not called.
  const signOut = () =>
    void end.mutateAsync(session.id).then(
      () => showToast(t("ended")),
      () => undefined,
    );
  return (
    <li className="border-b border-rule py-2">
      <div className="flex min-h-12 items-center justify-between gap-3">
        <div className="min-w-0">
          <p className="text-body">
            {name}
            {session.isCurrent && <strong className="font-strong"> · {t("this")}</strong>}
          </p>
          <p className="text-row text-ink2">{t("dates", { since: day(session.since), used: day(session.lastUsed) })}</p>
        </div>
        {!session.isCurrent && (
          <Button
            look="quiet"
            className="shrink-0"
            aria-label={t("endLabel", { name })}
            disabled={end.isPending}
            onClick={signOut}
          >
            {t("end")}
          </Button>
        )}
      </div>
      {end.error !== null && <Refusal error={end.error} />}
    </li>
  );
}

function useSessionName({ browser, system }: AccountSession): string {
  const t = useTranslations("account.manage.sessions");
  if (browser === null) return t("unknown");
  return system === null ? t("browserOnly", { browser }) : t("words", { browser, system });
}
