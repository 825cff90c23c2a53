import { useTranslations } from "use-intl";
import { makeRescueFile } from "@/data";
import { showToast } from "@/ui/toast";
import { saveFile } from "./save-file";

/** Makes the rescue file, hands it to the browser, and says what is in it. True when it was made. */
export function useSaveRescue(): () => Promise<boolean> {
  const t = useTranslations("settings.rescue");
  return async () => {
    try {
      const { file, server } = await makeRescueFile();
      saveFile(file);
      showToast(t(`saved.${server}`));
      return true;
    } catch {
      showToast(t("failed"));
      return false;
    }
  };
}
