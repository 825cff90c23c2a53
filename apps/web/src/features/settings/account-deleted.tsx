import { useState } from "react";
import { useTranslations } from "use-intl";
import { clearAfterDeletion, goOnWithoutAccount } from "@/data";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { showToast } from "@/ui/toast";
import { useSaveRescue } from "./use-save-rescue";

/** The account is gone from the server: everything is still here, and stays until the runner says otherwise. */
export function AccountDeleted() {
  const t = useTranslations("settings.deleted");
  const saveRescue = useSaveRescue();
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);

  async function run(act: () => Promise<void>, said: string) {
    setBusy(true);
    try {
      await act();
      showToast(said);
    } catch {
      setBusy(false);
      showToast(t("failed"));
    }
  }

  return (
    <Notice>
      <p className="text-body font-strong">{t("title")}</p>
      <p>{t("below")}</p>
      <div className="flex flex-wrap gap-2 pt-1">
        <Button look="quiet" disabled={busy} onClick={() => void saveRescue().then((made) => made && setSaved(true))}>
          {t("save")}
        </Button>
        <Button look="quiet" disabled={busy} onClick={() => void run(goOnWithoutAccount, t("wentOn"))}>
          {t("goOn")}
        </Button>
        <Button look="quiet" disabled={busy || !saved} onClick={() => void run(clearAfterDeletion, t("cleared"))}>
          {t("clear")}
        </Button>
      </div>
      {!saved && <p className="text-ink2">{t("saveFirst")}</p>}
    </Notice>
  );
}
