import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { parseLocalDate } from "@legwork/core/calendar";
import type { useMakeInvitation } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { Button } from "@/ui/button";
import { showToast } from "@/ui/toast";

/** A code for one runner, with its link. */
export function InvitePanel({ invitation }: { invitation: ReturnType<typeof useMakeInvitation> }) {
  const t = useTranslations("coach.invitation");
  const dates = useDates();
  if (invitation.isError)
    return (
      <p role="alert" className="mb-4 text-row text-amber">
        {t("failed")}
      </p>
    );
  if (invitation.data === undefined) return null;
  const { code, expiresAt } = invitation.data;
  const until = parseLocalDate(expiresAt.slice(0, 10));

  async function copy() {
    try {
      await navigator.clipboard.writeText(`${location.origin}/invitation?code=${encodeURIComponent(code)}`);
      showToast(t("copied"));
    } catch {
      showToast(t("copyFailed"));
    }
  }

  return (
    <section aria-live="polite" className="mb-5 flex flex-wrap items-center gap-x-6 gap-y-2 border-y border-rule py-3">
      <div className="grow">
        <h2 className="text-body font-strong">{t("title")}</h2>
        <p className="text-row text-ink2">{t("text", { date: until === null ? expiresAt : dates.dayMonth(until) })}</p>
      </div>
      <code className="font-sans text-section font-strong tracking-wide break-all select-all">{code}</code>
      <Button look="quiet" icon={<Copy size={18} strokeWidth={1.75} aria-hidden="true" />} onClick={() => void copy()}>
        {t("copy")}
      </Button>
    </section>
  );
}
