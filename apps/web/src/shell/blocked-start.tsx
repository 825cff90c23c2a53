import type { LocalDate } from "@legwork/core/calendar";
import { judgeScreening, type Screening } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";

/** Why the session does not begin, and where that can be changed. */
export function BlockedStart({ screening, today }: { screening: Screening; today: LocalDate }) {
  const t = useTranslations("shell.blocked");
  const words = useTranslations("safety.screening");
  const { kind } = judgeScreening(screening, today);
  return (
    <div className="pb-2">
      <Notice>
        <p>{words(kind === "unanswered" || kind === "tooYoung" ? kind : "blocked")}</p>
        <ButtonLink look="quiet" wide href="/safety">
          {t("answers")}
        </ButtonLink>
      </Notice>
    </div>
  );
}
