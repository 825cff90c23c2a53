"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { RecordId, SessionLogFields } from "@legwork/core/record";
import { useDeviceValue } from "@/data";
import { keepScreenOn } from "@/platform/wake-lock";
import { AfterView } from "./after-view";
import { standingOf } from "./flow";
import { isResting } from "./rest-timer";
import { RestView } from "./rest-view";
import { SessionMenu } from "./session-menu";
import { SetView } from "./set-view";
import { useAlarm } from "./use-alarm";
import { useNow } from "./use-now";
import { useRestPreferences } from "./use-rest-preferences";
import type { Session } from "./use-session";

export interface BegunProps {
  readonly id: RecordId;
  readonly session: Session;
  readonly log: SessionLogFields;
}

/** A session that was begun: a set, a rest, or the questions after it, wherever its log stands. */
export function BegunSession({ id, session, log }: BegunProps) {
  const rest = useDeviceValue(`rest/${id}`).value;
  const preferences = useRestPreferences();
  const restEnd = rest?.state === "running" ? rest.endsAt : null;
  const now = useNow(restEnd);
  const t = useTranslations("session.rest");
  const [menu, setMenu] = useState(false);
  const standing = standingOf(log);
  const atSet = standing.at === "set";

  useEffect(() => (atSet ? keepScreenOn() : undefined), [atSet]);
  useAlarm(restEnd, preferences.sound);

  const openMenu = () => setMenu(true);
  return (
    <>
      <output className="sr-only">{atSet && rest !== null && !isResting(rest, now) ? t("over") : ""}</output>
      {standing.at === "after" && <AfterView id={id} session={session} log={log} onMenu={openMenu} />}
      {standing.at === "set" && isResting(rest, now) && (
        <RestView id={id} timer={rest} now={now} log={log} step={standing.step} />
      )}
      {standing.at === "set" && !isResting(rest, now) && (
        <SetView key={standing.step.entry} id={id} session={session} log={log} step={standing.step} onMenu={openMenu} />
      )}
      {menu && <SessionMenu id={id} session={session} log={log} onClose={() => setMenu(false)} />}
    </>
  );
}
