import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { LightFacts, SyncView } from "@/data";
import { isClearedWhenUnused } from "@/platform/install";
import { askAgainToKeepStorage, type StorageFacts } from "@/platform/storage-facts";
import { useMinute } from "@/platform/use-minute";
import { Button } from "@/ui/button";
import { showToast } from "@/ui/toast";
import { storageRisk } from "./storage-risk";

interface StorageWarningProps {
  readonly sync: SyncView;
  readonly light: LightFacts;
  readonly facts: StorageFacts;
  readonly onAsked: () => void;
}

/** One quiet line while logs that only this phone has could be cleared, with what to do about it. */
export function StorageWarning({ sync, light, facts, onAsked }: StorageWarningProps) {
  const t = useTranslations("settings.risk");
  const now = useMinute();
  const { connection, onlyHere } = sync;
  const { oldestAt } = light;
  const risk = storageRisk({
    ...facts,
    connection,
    onlyHere,
    oldestAt,
    isClearedWhenUnused: isClearedWhenUnused(),
    now,
  });
  if (risk === null) return null;

  async function ask() {
    const kept = await askAgainToKeepStorage();
    showToast(t(kept === true ? "promised" : "notPromised"));
    onAsked();
  }

  return (
    <div className="flex gap-4 border-t border-rule py-3">
      <span className="flex w-8 shrink-0 justify-center pt-0.5">
        <TriangleAlert size={20} strokeWidth={1.75} className="text-amber" aria-hidden="true" />
      </span>
      <div className="min-w-0">
        <p className="text-row">{t(risk)}</p>
        {facts.kept === false && risk !== "clearedWhenUnused" && (
          <Button look="text" className="-ml-4" onClick={() => void ask()}>
            {t("ask")}
          </Button>
        )}
      </div>
    </div>
  );
}
