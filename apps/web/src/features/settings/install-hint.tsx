import { Share, SquarePlus, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import {
  dismissInstallHint,
  install,
  installWay,
  isInstallHintDismissed,
  onInstallChange,
  type InstallWay,
} from "@/platform/install";
import { Button, IconButton } from "@/ui/button";

/** How to put the app on the home screen, where the browser keeps it; once waved away it stays away. */
export function InstallHint() {
  const t = useTranslations("settings.install");
  const way = useSyncExternalStore(onInstallChange, shownWay, (): InstallWay => "none");
  if (way === "none") return null;
  return (
    <div className="mt-4 flex gap-4 border-y border-rule py-3">
      <span className="flex w-8 shrink-0 justify-center pt-0.5">
        {way === "iosShare" ? (
          <Share size={20} strokeWidth={1.75} aria-hidden="true" />
        ) : (
          <SquarePlus size={20} strokeWidth={1.75} aria-hidden="true" />
        )}
      </span>
      <div className="min-w-0 grow">
        <p className="text-row">{t(way)}</p>
        {way === "prompt" && (
          <Button look="text" className="-ml-4" onClick={() => void install()}>
            {t("install")}
          </Button>
        )}
      </div>
      <IconButton label={t("dismiss")} className="-my-3 -mr-3" onClick={dismissInstallHint}>
        <X size={20} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function shownWay(): InstallWay {
  return isInstallHintDismissed() ? "none" : installWay();
}
