import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { localDateAt } from "@legwork/core/calendar";
import type { Grant } from "@legwork/core/wire";
import { phoneZone, useEndGrant, useMe, useProblemText } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { SectionTitle } from "@/ui/screen-title";
import { showToast } from "@/ui/toast";
import { RowLink } from "@/ui/row-link";

/** Who sees my training, and how to let somebody in. */
export function CoachesSection() {
  const t = useTranslations("settings.coaches");
  const me = useMe();
  const grants = me.status === "ready" ? me.me.grants : [];
  return (
    <section>
      <SectionTitle>{t("title")}</SectionTitle>
      {grants.length === 0 ? (
        <p className="mb-3 text-body text-ink2">{t("none")}</p>
      ) : (
        <ul className="mb-3">
          {grants.map((grant) => (
            <CoachRow key={grant.grantee} grant={grant} />
          ))}
        </ul>
      )}
      <CodeEntry />
      <div className="mt-3">
        <RowLink href="/squad">{t("coach")}</RowLink>
      </div>
    </section>
  );
}

function CoachRow({ grant }: { grant: Grant }) {
  const t = useTranslations("settings.coaches");
  const dates = useDates();
  const problemText = useProblemText();
  const end = useEndGrant();
  const since = dates.dayMonth(localDateAt(Date.parse(grant.since), phoneZone()));
  return (
    <li className="flex min-h-14 items-center justify-between gap-3 border-b border-rule py-1">
      <div className="min-w-0">
        <p className="text-body font-strong">{grant.coachName}</p>
        <p className="text-row text-ink2">{t("since", { squad: grant.squadName, date: since })}</p>
        {end.isError && (
          <p role="alert" className="text-row text-amber">
            {problemText(end.error)}
          </p>
        )}
      </div>
      <Button
        look="quiet"
        disabled={end.isPending}
        onClick={() =>
          end.mutate(grant.grantee, { onSuccess: () => showToast(t("ended", { coach: grant.coachName })) })
        }
      >
        {t("end")}
      </Button>
    </li>
  );
}

function CodeEntry() {
  const t = useTranslations("settings.coaches");
  const router = useRouter();
  const [code, setCode] = useState("");
  const typed = code.trim();
  function look(event: FormEvent) {
    event.preventDefault();
    if (typed !== "") router.push(`/invitation?code=${encodeURIComponent(typed)}`);
  }
  return (
    <form onSubmit={look} className="flex items-start gap-2">
      <Field
        className="min-w-0 grow"
        label={t("code")}
        hint={t("codeHint")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button look="quiet" type="submit" className="mt-6" disabled={typed === ""}>
        {t("look")}
      </Button>
    </form>
  );
}
