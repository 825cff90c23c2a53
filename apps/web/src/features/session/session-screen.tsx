"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { parseRecordId, type RecordId } from "@legwork/core/record";
import { ScreenSkeleton } from "@/ui/screen";
import { useSession } from "./use-session";

// A session is either not begun or begun: the page loads the code of the one it shows.
const loading = () => <ScreenSkeleton fullScreen />;
const Opening = dynamic(() => import("./opening").then((module) => module.Opening), { loading });
const BegunSession = dynamic(() => import("./begun-session").then((module) => module.BegunSession), { loading });
const FailedSession = dynamic(() => import("./no-session").then((module) => module.FailedSession), { loading });
const MissingSession = dynamic(() => import("./no-session").then((module) => module.MissingSession), { loading });

/** `/session?id=<session log id>`: before, during and after one strength session. */
export function SessionScreen() {
  const id = parseRecordId(useSearchParams().get("id") ?? "");
  return id === null ? <MissingSession /> : <KnownSession id={id} />;
}

function KnownSession({ id }: { id: RecordId }) {
  const session = useSession(id);
  if (session.status === "loading") return <ScreenSkeleton fullScreen />;
  if (session.status === "failed") return <FailedSession />;
  if (session.log === null) return <Opening id={id} session={session} missing={<MissingSession />} />;
  return <BegunSession id={id} session={session} log={session.log} />;
}
