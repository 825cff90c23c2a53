import { FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { SyncView } from "@/data";
import { Button, ButtonLink } from "@/ui/button";
import { useSaveRescue } from "./use-save-rescue";

interface SafetyActionsProps {
  readonly connection: SyncView["connection"];
  readonly trying: boolean;
  readonly onTry: () => void;
}

/** A rescue file at any time; beside it what brings the logs to the server. */
export function SafetyActions({ connection, trying, onTry }: SafetyActionsProps) {
  const t = useTranslations("settings.safety");
  const [making, setMaking] = useState(false);
  const saveRescue = useSaveRescue();
  const save = async () => {
    setMaking(true);
    await saveRescue();
    setMaking(false);
  };
  return (
    <div className="grid grid-cols-2 gap-2">
      <Button
        look="quiet"
        size={56}
        className="!gap-2 !px-3"
        disabled={making}
        icon={<FileDown size={20} strokeWidth={1.75} className="shrink-0" aria-hidden="true" />}
        onClick={() => void save()}
      >
        {t(making ? "making" : "rescue")}
      </Button>
      {connection === "local" && (
        <ButtonLink href="/account" className="!px-3">
          {t("makeAccount")}
        </ButtonLink>
      )}
      {connection === "signedOut" && (
        <ButtonLink href="/account?mode=signIn" className="!px-3">
          {t("signIn")}
        </ButtonLink>
      )}
      {connection !== "local" && connection !== "signedOut" && (
        <Button disabled={trying} onClick={onTry}>
          {t(trying ? "trying" : "tryNow")}
        </Button>
      )}
    </div>
  );
}
