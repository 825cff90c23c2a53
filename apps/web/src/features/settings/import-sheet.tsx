import { useState } from "react";
import { useTranslations } from "use-intl";
import { parseLocalDate } from "@legwork/core/calendar";
import { importRescue, type OpenedRescue } from "@/data";
import { useDates } from "@/i18n/use-dates";
import { Button } from "@/ui/button";
import { Problem } from "@/ui/field";
import { Sheet } from "@/ui/sheet";
import { showToast } from "@/ui/toast";

interface ImportSheetProps {
  readonly opened: Extract<OpenedRescue, { ok: true }>;
  readonly onClose: () => void;
}

/** What opening the file will do, said before it is done. */
export function ImportSheet({ opened: { file, preview }, onClose }: ImportSheetProps) {
  const t = useTranslations("settings.rescue");
  const dates = useDates();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const day = parseLocalDate(file.exportedAt.slice(0, 10));
  const nothingToDo = preview.way !== "restore" && preview.added + preview.changed === 0;

  async function take() {
    setBusy(true);
    setFailed(false);
    try {
      await importRescue(file);
    } catch {
      setBusy(false);
      setFailed(true);
      return;
    }
    showToast(t("imported", { count: preview.added + preview.changed }));
    onClose();
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={t("total", { count: preview.total })}
      below={day === null ? undefined : t("savedOn", { date: dates.full(day) })}
      footer={
        nothingToDo ? (
          <Button wide onClick={onClose}>
            {t("close")}
          </Button>
        ) : (
          <Button wide disabled={busy} onClick={() => void take()}>
            {t(busy ? "importing" : preview.way === "takeOver" ? "takeOver" : "import")}
          </Button>
        )
      }
    >
      {preview.way === "takeOver" && <p className="pt-3 text-body">{t("another")}</p>}
      {preview.way === "restore" ? (
        <p className="pt-3 text-body">{t("restore")}</p>
      ) : (
        <ul className="pt-1">
          <Line count={preview.here} text={t("here")} />
          <Line count={preview.added} text={t("added")} />
          <Line count={preview.changed} text={t("changed")} />
          <Line count={preview.left} text={t("left")} />
        </ul>
      )}
      <p className="pt-3 text-row text-ink2">
        {nothingToDo ? t("nothingToDo") : preview.way === "restore" ? t("restoreBelow") : t("mergeBelow")}
      </p>
      {failed && <Problem>{t("importFailed")}</Problem>}
    </Sheet>
  );
}

function Line({ count, text }: { count: number; text: string }) {
  if (count === 0) return null;
  return (
    <li className="flex min-h-12 items-center justify-between gap-4 border-b border-rule text-body">
      {text}
      <span className="font-strong">{count}</span>
    </li>
  );
}
