import { useTranslations } from "use-intl";
import { makeRescueFile } from "@/data";
import { Button } from "@/ui/button";
import { showToast } from "@/ui/toast";

/** Longer than any browser takes to begin a download. Our own choice. */
const HOLD_MS = 60_000;

/** What is on this phone and what the server has, as files. */
export function SaveFiles() {
  const t = useTranslations("account.manage.delete");

  async function saveHere() {
    try {
      const { file } = await makeRescueFile();
      const url = URL.createObjectURL(file);
      download(url, file.name);
      setTimeout(() => URL.revokeObjectURL(url), HOLD_MS);
      showToast(t("saved"));
    } catch {
      showToast(t("saveFailed"));
    }
  }

  return (
    <div>
      <p className="text-body font-strong">{t("files")}</p>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button look="quiet" onClick={() => void saveHere()}>
          {t("saveHere")}
        </Button>
        <Button look="quiet" onClick={() => download("/api/me/export", "")}>
          {t("saveServer")}
        </Button>
      </div>
    </div>
  );
}

function download(url: string, name: string) {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}
