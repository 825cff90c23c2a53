import { useState } from "react";
import { useTranslations } from "use-intl";
import { chooseKept, type KeptChoice } from "@/data";
import { RecordMark } from "@/drawing/record-mark";
import { useRecordWords } from "@/i18n/use-record-words";
import { Button } from "@/ui/button";
import { showToast } from "@/ui/toast";
import { ChangeLines } from "./change-lines";
import { differingKeys } from "./differing-keys";

/** What this phone had before signing in, beside the account's: use it, or let it go. */
export function KeptValue({ choice }: { choice: KeptChoice }) {
  const t = useTranslations("records.choices");
  const words = useRecordWords();
  const [busy, setBusy] = useState(false);
  const account = choice.record === null || choice.record.deleted ? {} : choice.record.body;
  const changed = differingKeys(account, choice.kept.body);

  async function take(which: "kept" | "standing") {
    setBusy(true);
    try {
      await chooseKept(choice, which);
      showToast(t(which === "kept" ? "used" : "wentGo"));
    } catch {
      setBusy(false);
      showToast(t("failed"));
    }
  }

  return (
    <li className="border-b border-rule py-4">
      <div className="flex items-center gap-4">
        <span className="flex w-8 shrink-0 justify-center">
          <RecordMark record={choice.kept} />
        </span>
        <h3 className="min-w-0 text-body font-strong">{words.title(choice.kept)}</h3>
      </div>
      {changed.length === 0 ? (
        <p className="mt-2 text-row text-ink2">{t("same")}</p>
      ) : (
        <ChangeLines keys={changed} from={account} to={choice.kept.body} />
      )}
      <div className="mt-3 grid grid-cols-2 gap-2">
        <Button look="quiet" disabled={busy || changed.length === 0} onClick={() => void take("kept")}>
          {t("use")}
        </Button>
        <Button look="quiet" disabled={busy} onClick={() => void take("standing")}>
          {t("letGo")}
        </Button>
      </div>
    </li>
  );
}
