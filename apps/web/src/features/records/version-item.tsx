import { useState } from "react";
import { useTranslations } from "use-intl";
import { bringBack, type ShownVersion } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { useMinute } from "@/platform/use-minute";
import { Button } from "@/ui/button";
import { showToast } from "@/ui/toast";
import { ChangeLines } from "./change-lines";

/** One version: until when it stood, who made it, what it changed, and the way back to it. */
export function VersionItem({ shown: { version, by, changed, earlier } }: { shown: ShownVersion }) {
  const t = useTranslations("records.history");
  const dates = useDates();
  const minute = useMinute();
  const [busy, setBusy] = useState(false);
  const { record, replacedAt } = version;
  const stands = replacedAt === null;

  async function back() {
    setBusy(true);
    try {
      await bringBack(version);
      showToast(t("broughtBack"));
    } catch {
      showToast(t("failed"));
    }
    setBusy(false);
  }

  return (
    <li className="border-b border-rule py-3">
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 text-row">
          <span className="font-strong">
            {stands ? t("now") : t("until", { when: dates.ago(Math.min(Date.parse(replacedAt), minute), minute) })}
          </span>{" "}
          <span className="text-ink2">{by.who === "runner" ? t("byYou") : t("by", { name: by.name })}</span>
        </p>
        {!stands && !record.deleted && (
          <Button look="quiet" disabled={busy} onClick={() => void back()}>
            {t("bringBack")}
          </Button>
        )}
      </div>
      {record.deleted ? (
        <p className="mt-2 text-row">{t("deleted")}</p>
      ) : changed.length === 0 ? (
        <p className="mt-2 text-row text-ink2">{t("noChange")}</p>
      ) : (
        <ChangeLines keys={changed} from={earlier} to={record.body} />
      )}
    </li>
  );
}
