import { useTranslations } from "use-intl";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";

/** Why the session does not begin, and where that can be changed. */
export function BlockedStart() {
  const t = useTranslations("session.blocked");
  const words = useTranslations("safety.screening");
  return (
    <div className="pb-2">
      <Notice>
        <p>{words("blocked")}</p>
        <ButtonLink look="quiet" wide href="/safety">
          {t("answers")}
        </ButtonLink>
      </Notice>
    </div>
  );
}
