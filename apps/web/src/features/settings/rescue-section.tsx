import { FileUp, Sheet as Table } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState, type ChangeEvent } from "react";
import { useTranslations } from "use-intl";
import { makeCsvFiles, openRescueFile, type OpenedRescue } from "@/data";
import { Button } from "@/ui/button";
import { Problem } from "@/ui/field";
import { SectionTitle } from "@/ui/screen-title";
import { showToast } from "@/ui/toast";
import { saveFile } from "./save-file";

const ImportSheet = dynamic(() => import("./import-sheet").then((module) => module.ImportSheet));

type Opened = Extract<OpenedRescue, { ok: true }>;

/** The rescue file read back in, and the tables for a spreadsheet. */
export function RescueSection() {
  const t = useTranslations("settings.rescue");
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function open(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0];
    if (chosen === undefined) return;
    setBusy(true);
    setProblem(null);
    const answer = await openRescueFile(chosen).catch((): OpenedRescue => ({
      ok: false,
      error: { kind: "unreadable" },
    }));
    if (answer.ok) setOpened(answer);
    else setProblem(t(`wrong.${answer.error.kind}`, { at: "at" in answer.error ? answer.error.at : "" }));
    setBusy(false);
    // The same file chosen again is to be read again.
    if (input.current !== null) input.current.value = "";
  }

  async function saveTables() {
    try {
      for (const file of await makeCsvFiles()) saveFile(file);
      showToast(t("tablesSaved"));
    } catch {
      showToast(t("failed"));
    }
  }

  return (
    <section>
      <SectionTitle>{t("title")}</SectionTitle>
      <p className="pb-3 text-row text-ink2">{t("below")}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="hidden"
        aria-label={t("open")}
        onChange={(event) => void open(event)}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          look="quiet"
          disabled={busy}
          icon={<FileUp size={20} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          {t(busy ? "opening" : "open")}
        </Button>
        <Button
          look="quiet"
          icon={<Table size={20} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => void saveTables()}
        >
          {t("tables")}
        </Button>
      </div>
      <output>{problem !== null && <Problem>{problem}</Problem>}</output>
      {opened !== null && <ImportSheet opened={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}
