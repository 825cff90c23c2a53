"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { WalkStep } from "@legwork/core/programme";
import type { RecordId, SessionLogFields } from "@legwork/core/record";
import { Button } from "@/ui/button";
import { RowLink } from "@/ui/row-link";
import { SegmentedControl } from "@/ui/segmented-control";
import { Toggle } from "@/ui/toggle";
import { SetEditor } from "./set-editor";
import { SetList } from "./set-list";
import { useRestPreferences } from "./use-rest-preferences";
import type { Session } from "./use-session";

const Sheet = dynamic(() => import("@/ui/sheet").then((module) => module.Sheet));

interface SessionMenuProps {
  readonly id: RecordId;
  readonly session: Session;
  readonly log: SessionLogFields;
  readonly onClose: () => void;
}

/** Everything beside the present set: all sets to change, the order, the timer, and the way out. */
export function SessionMenu({ id, session, log, onClose }: SessionMenuProps) {
  const t = useTranslations("session.menu");
  const tOpening = useTranslations("session.opening");
  const preferences = useRestPreferences();
  const [edited, setEdited] = useState<WalkStep | null>(null);

  if (edited !== null) {
    return (
      <Sheet open onClose={onClose} title={t("title")}>
        <SetEditor session={session} log={log} step={edited} onDone={() => setEdited(null)} />
      </Sheet>
    );
  }
  return (
    <Sheet open onClose={onClose} title={t("title")}>
      {log.ending === undefined && (
        <div className="pt-4">
          <SegmentedControl
            label={tOpening("order")}
            value={log.mode}
            onChange={(mode) => void session.setMode(mode)}
            options={[
              { value: "superset", text: tOpening("superset") },
              { value: "straight", text: tOpening("straight") },
            ]}
          />
        </div>
      )}
      <SetList log={log} onEdit={setEdited} />
      <div className="mt-3">
        <Toggle
          label={t("restTimer")}
          below={t("restTimerBelow")}
          on={preferences.automatic}
          onChange={(on) => void preferences.setAutomatic(on)}
        />
        <Toggle label={t("sound")} on={preferences.sound} onChange={(on) => void preferences.setSound(on)} />
      </div>
      <RowLink href={`/history?id=${id}`}>{t("history")}</RowLink>
      {log.ending === undefined && (
        <div className="mt-4">
          <Button
            look="quiet"
            wide
            onClick={() => {
              void session.finish("stopped");
              onClose();
            }}
          >
            {t("finish")}
          </Button>
          <p className="mt-1 text-center text-row text-ink2">{t("finishBelow")}</p>
        </div>
      )}
    </Sheet>
  );
}
