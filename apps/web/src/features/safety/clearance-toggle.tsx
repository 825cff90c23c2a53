import { isCleared, type Screening } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { useToday, useWriteScreening, withClearance } from "@/data";
import { showToast } from "@/ui/toast";
import { Toggle } from "@/ui/toggle";

/** A professional has agreed: said, or taken back. */
export function ClearanceToggle({ screening }: { screening: Screening }) {
  const t = useTranslations("safetyScreen.answers");
  const words = useTranslations("safety.screening");
  const today = useToday();
  const write = useWriteScreening();

  async function change() {
    try {
      await write(withClearance(screening, today));
      showToast(t("clearedNow"));
    } catch {
      showToast(t("notSaved"));
    }
  }
  return <Toggle label={words("cleared")} on={isCleared(screening)} onChange={() => void change()} />;
}
