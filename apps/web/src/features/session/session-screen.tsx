"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { parseRecordId, type RecordId } from "@legwork/core/record";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { useSession } from "./use-session";

// A session is either not begun or begun: the page loads the code of the one it shows.
const loading = () => <ScreenSkeleton fullScreen />;
const Opening = dynamic(() => import("./opening").then((module) => module.Opening), { loading });
const BegunSession = dynamic(() => import("./begun-session").then((module) => module.BegunSession), { loading });

/** `/session?id=<session log id>`: before, during and after one strength session. */
export function SessionScreen() {
  const id = parseRecordId(useSearchParams().get("id") ?? "");
  return id === null ? <Missing /> : <KnownSession id={id} />;
}

function KnownSession({ id }: { id: RecordId }) {
  const session = useSession(id);
  const t = useTranslations("session.failed");
  if (session.status === "loading") return <ScreenSkeleton fullScreen />;
  if (session.status === "failed") {
    return (
      <Screen fullScreen>
        <EmptyState heading="h1" title={t("title")}>
          {t("text")}
        </EmptyState>
      </Screen>
    );
  }
  if (session.log === null) return <Opening id={id} session={session} missing={<Missing />} />;
  return <BegunSession id={id} session={session} log={session.log} />;
}

function Missing() {
  const t = useTranslations("session.missing");
  return (
    <Screen fullScreen>
      <EmptyState heading="h1" title={t("title")} actions={<ButtonLink href="/">{t("today")}</ButtonLink>}>
        {t("text")}
      </EmptyState>
    </Screen>
  );
}
