"use client";

import { useTranslations } from "use-intl";
import { useMe, useProblemText, useSyncStatus } from "@/data";
import { BackRow } from "@/ui/back-row";
import { Button, ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { DeleteSection } from "./delete-section";
import { EmailSection } from "./email-section";
import { PasswordSection } from "./password-section";
import { SessionsSection } from "./sessions-section";

/** `/my-account`: e-mail, password, where it is signed in, and the way out. */
export function MyAccountScreen() {
  const t = useTranslations("account");
  const problemText = useProblemText();
  const sync = useSyncStatus();
  const me = useMe();
  if (sync.status === "loading" || me.status === "loading") return <ScreenSkeleton />;
  return (
    <Screen>
      <BackRow />
      {me.status === "signedOut" && (
        <EmptyState
          heading="h1"
          title={t("manage.title")}
          actions={<ButtonLink href="/account?mode=signIn&next=/my-account">{t("signIn")}</ButtonLink>}
        >
          {t("manage.signedOut")}
        </EmptyState>
      )}
      {me.status === "failed" && (
        <EmptyState
          heading="h1"
          title={t("manage.title")}
          actions={
            <Button look="quiet" onClick={me.tryAgain}>
              {t("manage.again")}
            </Button>
          }
        >
          {problemText(me.error)}
        </EmptyState>
      )}
      {me.status === "ready" && (
        <>
          <h1 className="type-title mt-3">{t("manage.title")}</h1>
          <EmailSection email={me.me.account.email} />
          <PasswordSection email={me.me.account.email} />
          <SessionsSection />
          <DeleteSection email={me.me.account.email} />
        </>
      )}
    </Screen>
  );
}
