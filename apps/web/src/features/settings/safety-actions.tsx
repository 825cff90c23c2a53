import { FileDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { makeRescueFile, type SyncView } from "@/data";
import { Button, ButtonLink } from "@/ui/button";

interface SafetyActionsProps {
  readonly connection: SyncView["connection"];
  readonly trying: boolean;
  readonly onTry: () => void;
}

/** A rescue file at any time; beside it what brings the logs to the server. */
export function SafetyActions({ connection, trying, onTry }: SafetyActionsProps) {
  const t = useTranslations("settings.safety");
  return (
    <div className="grid grid-cols-2 gap-2">
      <Button
        look="quiet"
        size={56}
        className="!gap-2 !px-3"
        icon={<FileDown size={20} strokeWidth={1.75} className="shrink-0" aria-hidden="true" />}
        onClick={() => void saveRescueFile()}
      >
        {t("rescue")}
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

async function saveRescueFile() {
  const file = await makeRescueFile();
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser has taken the file by the next turn; later ones would only hold memory.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
