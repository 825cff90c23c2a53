import type { LocalDate } from "@legwork/core/calendar";
import type { Screening } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { useToday } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { Notice } from "@/ui/notice";
import { ClearanceToggle } from "./clearance-toggle";

/** A bone warning that nobody has looked at yet. On its own day no word of a professional can be newer. */
export function BoneNotice({ since, screening }: { since: LocalDate; screening: Screening }) {
  const t = useTranslations("safetyScreen.bone");
  const words = useTranslations("safety.pain");
  const dates = useDates();
  const today = useToday();
  return (
    <Notice>
      <p>{t("since", { date: dates.full(since) })}</p>
      <p className="font-strong">{words("boneWarning")}</p>
      {today > since ? <ClearanceToggle screening={{ ...screening, clearedOn: null }} /> : <p>{t("tomorrow")}</p>}
    </Notice>
  );
}
