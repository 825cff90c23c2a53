import { useState } from "react";
import { SORE_AREAS, type SoreArea } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { ChoiceChip } from "@/ui/chip";
import { ScaleRow } from "@/ui/scale-row";
import type { PreCheck } from "./pre-check";

interface PreCheckFieldsProps {
  readonly check: PreCheck;
  readonly onChange: (check: PreCheck) => void;
}

/** How the legs and the nights were. Only what is not as usual is tapped: a place, then how much. */
export function PreCheckFields({ check, onChange }: PreCheckFieldsProps) {
  const t = useTranslations("session.check");
  const [open, setOpen] = useState<SoreArea | "painWalking" | null>(null);
  const flag = (key: "stillSore" | "sleptBadly" | "limping") => (
    <ChoiceChip pressed={check[key]} onPress={() => onChange({ ...check, [key]: !check[key] })}>
      {t(key)}
    </ChoiceChip>
  );

  return (
    <div className="pb-4">
      <fieldset className="pt-1">
        <legend className="float-left text-body">{t("sore")}</legend>
        <div className="clear-both grid grid-cols-2 gap-2 pt-2">
          {SORE_AREAS.map((area) => (
            <GradedChip
              key={area}
              name={t(`area.${area}`)}
              value={check.sore[area] ?? 0}
              open={open === area}
              onPress={() => setOpen(open === area ? null : area)}
            />
          ))}
        </div>
      </fieldset>
      {open !== null && open !== "painWalking" && (
        <ScaleRow
          label={t("howSore", { area: t(`area.${open}`) })}
          from={0}
          to={10}
          value={check.sore[open] ?? 0}
          onChange={(level) => onChange({ ...check, sore: { ...check.sore, [open]: level ?? 0 } })}
        />
      )}
      <fieldset className="pt-4">
        <legend className="float-left text-body">{t("else")}</legend>
        <div className="clear-both grid grid-cols-2 gap-2 pt-2">
          {flag("sleptBadly")}
          {flag("stillSore")}
          {flag("limping")}
          <GradedChip
            name={t("painWalking")}
            value={check.painWalking}
            saysNone
            open={open === "painWalking"}
            onPress={() => setOpen(open === "painWalking" ? null : "painWalking")}
          />
        </div>
      </fieldset>
      {open === "painWalking" && (
        <ScaleRow
          label={t("howMuch")}
          from={0}
          to={10}
          value={check.painWalking}
          onChange={(level) => onChange({ ...check, painWalking: level })}
        />
      )}
    </div>
  );
}

interface GradedChipProps {
  readonly name: string;
  /** 0–10; null = not said. */
  readonly value: number | null;
  /** A 0 is an answer too. */
  readonly saysNone?: true;
  readonly open: boolean;
  readonly onPress: () => void;
}

/** A place with its number; a tap opens the scale that changes it. */
function GradedChip({ name, value, saysNone, open, onPress }: GradedChipProps) {
  const t = useTranslations("session.check");
  const isSaid = value !== null && (value > 0 || saysNone === true);
  return (
    <ChoiceChip pressed={isSaid} expanded={open} onPress={onPress}>
      {isSaid ? t("graded", { name, value }) : name}
    </ChoiceChip>
  );
}
