"use client";

import { Download, Table2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "@/ui/button";
import { showToast } from "@/ui/toast";
import { chartPicture, pngOf, saveFile } from "./chart-picture";

interface ChartToolsProps {
  readonly name: string;
  readonly summary: string;
  readonly fileName: string;
  readonly isTable: boolean;
  readonly onToggleTable: () => void;
  /** The chart's SVG; null while the table stands in its place. */
  readonly chart: () => SVGSVGElement | null;
}

/** The two things every chart can do: stand as a table, and go as a picture. */
export function ChartTools({ name, summary, fileName, isTable, onToggleTable, chart }: ChartToolsProps) {
  const t = useTranslations("progress.chart");
  const [isChoosing, setChoosing] = useState(false);

  function drawing(): string | null {
    const svg = chart();
    if (svg === null) return null;
    const style = getComputedStyle(document.documentElement);
    return chartPicture(svg, { title: name, summary, colour: (variable) => style.getPropertyValue(variable).trim() });
  }
  function saveSvg() {
    const svg = drawing();
    if (svg !== null) saveFile(new Blob([svg], { type: "image/svg+xml" }), `${fileName}.svg`);
    setChoosing(false);
  }
  async function savePng() {
    const svg = drawing();
    setChoosing(false);
    if (svg === null) return;
    try {
      saveFile(await pngOf(svg), `${fileName}.png`);
    } catch {
      showToast(t("failed"));
    }
  }

  return (
    <div className="relative -mr-3 flex shrink-0 items-center">
      <IconButton label={isTable ? t("hideTable") : t("showTable")} aria-pressed={isTable} onClick={onToggleTable}>
        <Table2 size={20} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t("download")}
        aria-expanded={isChoosing}
        disabled={isTable}
        onClick={() => setChoosing(!isChoosing)}
      >
        <Download size={20} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      {isChoosing && (
        <div className="absolute top-full right-3 z-20 flex w-48 flex-col rounded-control border border-rule bg-raised shadow-raised">
          <Button look="text" className="justify-start" onClick={() => void savePng()}>
            {t("png")}
          </Button>
          <Button look="text" className="justify-start" onClick={saveSvg}>
            {t("svg")}
          </Button>
        </div>
      )}
    </div>
  );
}
