"use client";

import { X } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { InvitationOffer } from "@legwork/core/wire";
import { RECORD_KINDS, type RecordKind } from "@legwork/core/record";
import { useAcceptInvitation, useInvitationOffer, useMe, useProblemText } from "@/data";
import { Button, ButtonLink, IconButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { showToast } from "@/ui/toast";

/** `/invitation?code=…`: what a coach would see, before anything is shared. */
export function InvitationScreen() {
  const t = useTranslations("account.invitation");
  const code = useSearchParams().get("code");
  const me = useMe();
  if (me.status === "loading") return <ScreenSkeleton fullScreen />;
  if (code === null || code.trim() === "") {
    return (
      <Frame>
        <EmptyState heading="h1" title={t("title")} actions={<ButtonLink href="/more">{t("more")}</ButtonLink>}>
          {t("noCode")}
        </EmptyState>
      </Frame>
    );
  }
  return me.status === "signedOut" ? <SignInFirst code={code} /> : <Offer code={code} />;
}

function SignInFirst({ code }: { code: string }) {
  const t = useTranslations("account");
  const next = encodeURIComponent(`/invitation?code=${code}`);
  return (
    <Frame>
      <EmptyState
        heading="h1"
        title={t("invitation.title")}
        actions={
          <>
            <ButtonLink href={`/account?next=${next}`}>{t("create")}</ButtonLink>
            <ButtonLink look="quiet" size={56} href={`/account?mode=signIn&next=${next}`}>
              {t("signIn")}
            </ButtonLink>
          </>
        }
      >
        {t("invitation.signInFirst")}
      </EmptyState>
    </Frame>
  );
}

function Offer({ code }: { code: string }) {
  const t = useTranslations("account.invitation");
  const problemText = useProblemText();
  const router = useRouter();
  const offer = useInvitationOffer(code);
  const accept = useAcceptInvitation();
  if (offer.isPending) return <ScreenSkeleton fullScreen />;
  if (offer.isError) {
    return (
      <Frame>
        <EmptyState heading="h1" title={t("title")} actions={<ButtonLink href="/more">{t("more")}</ButtonLink>}>
          {problemText(offer.error)}
        </EmptyState>
      </Frame>
    );
  }
  const { coachName: coach, squadName: squad } = offer.data;
  return (
    <Frame
      footer={
        <div className="grid gap-1">
          {accept.isError && (
            <p role="alert" className="pb-2 text-row text-amber">
              {problemText(accept.error)}
            </p>
          )}
          <Button
            size={64}
            wide
            disabled={accept.isPending}
            onClick={() =>
              accept.mutate(code, {
                onSuccess: () => {
                  showToast(t("accepted", { coach }));
                  router.push("/more");
                },
              })
            }
          >
            {t("accept")}
          </Button>
          <Button look="text" wide onClick={() => router.push("/")}>
            {t("decline")}
          </Button>
        </div>
      }
    >
      <h1 className="type-title border-b-[1.5px] border-ink pb-4">{t("from", { coach, squad })}</h1>
      <Kinds title={t("reads")} kinds={offer.data.read} />
      <Kinds title={t("writes")} kinds={offer.data.write} />
      <p className="mt-4 text-row text-ink2">{t("endAnytime")}</p>
    </Frame>
  );
}

function Kinds({ title, kinds }: { title: string; kinds: InvitationOffer["read"] }) {
  const t = useTranslations("account");
  const known = kinds.filter((kind): kind is RecordKind => RECORD_KINDS.some((each) => each === kind));
  return (
    <section className="border-b border-rule py-3">
      <h2 className="text-row font-strong">{title}</h2>
      <p className="text-body">
        {known.length === 0 ? t("invitation.nothing") : known.map((kind) => t(`kind.${kind}`)).join(", ")}
      </p>
    </section>
  );
}

function Frame({ children, footer }: { children: ReactNode; footer?: ReactNode }) {
  const t = useTranslations("account.invitation");
  const router = useRouter();
  return (
    <Screen fullScreen footer={footer}>
      <div className="-mx-3 flex h-12 items-center pt-1">
        <IconButton label={t("decline")} onClick={() => router.push("/")}>
          <X size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      {children}
    </Screen>
  );
}
