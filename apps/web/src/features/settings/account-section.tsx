import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { readLeavingBehind, useMe, useSignOut, useSyncStatus } from "@/data";
import { Button, ButtonLink } from "@/ui/button";
import { SectionTitle } from "@/ui/screen-title";
import { showToast } from "@/ui/toast";

const SignOutSheet = dynamic(() => import("./sign-out-sheet").then((part) => part.SignOutSheet));

/** Who is signed in, or that nobody has to be. */
export function AccountSection() {
  const t = useTranslations("settings.account");
  const sync = useSyncStatus();
  const me = useMe();
  return (
    <section>
      <SectionTitle>{t("title")}</SectionTitle>
      {sync.connection === "local" && (
        <>
          <p className="mb-3 text-body text-ink2">{t("none")}</p>
          <ButtonLink href="/account" wide>
            {t("make")}
          </ButtonLink>
        </>
      )}
      {sync.connection !== "local" && me.status === "signedOut" && (
        <>
          <p className="mb-3 text-body text-ink2">{t("ended", { email: sync.email ?? "" })}</p>
          <ButtonLink href="/account?mode=signIn" wide>
            {t("signInAgain")}
          </ButtonLink>
        </>
      )}
      {sync.connection !== "local" && me.status !== "signedOut" && (
        <SignedIn email={sync.email ?? ""} waiting={sync.onlyHere} unreachable={me.status === "failed"} />
      )}
    </section>
  );
}

function SignedIn({ email, waiting, unreachable }: { email: string; waiting: number; unreachable: boolean }) {
  const t = useTranslations("settings.account");
  const signOut = useSignOut();
  const [asking, setAsking] = useState<{ readonly onlyHere: number } | null>(null);
  const [looking, setLooking] = useState(false);
  // Sends what it can before it says what would stay.
  const ask = async () => {
    setLooking(true);
    try {
      setAsking({ onlyHere: await readLeavingBehind() });
    } finally {
      setLooking(false);
    }
  };
  const leave = (copy: "stays" | "remove") =>
    signOut.mutate(
      { copy },
      {
        onSuccess: ({ leftHere }) => {
          setAsking(null);
          showToast(leftHere === 0 ? t("signedOut") : t("signedOutWaiting", { count: leftHere }));
        },
      },
    );
  return (
    <>
      <p className="text-body">{t("signedInAs", { email })}</p>
      {unreachable && <p className="text-row text-ink2">{t("unreachable")}</p>}
      <p className="mt-1 mb-3 text-row text-ink2">{t("signOutBelow", { count: waiting })}</p>
      <Button look="quiet" disabled={looking || signOut.isPending} onClick={() => void ask()}>
        {t("signOut")}
      </Button>
      {asking !== null && (
        <SignOutSheet {...asking} {...{ email, signOut }} onSignOut={leave} onClose={() => setAsking(null)} />
      )}
    </>
  );
}
