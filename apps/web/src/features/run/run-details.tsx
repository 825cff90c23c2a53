import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ChoiceChip } from "@/ui/chip";
import { Field } from "@/ui/field";
import { parseNumber } from "@/ui/parse-number";
import { ScaleRow } from "@/ui/scale-row";
import { Stepper } from "@/ui/stepper";
import { FoldRow } from "./fold-row";
import { type RunDraft, TAGS } from "./run-draft";
import { RunPain } from "./run-pain";

const MINUTES_MAX = 1440;
const MINUTES_STEP = 5;

interface RunDetailsProps {
  readonly draft: RunDraft;
  readonly onChange: (change: Partial<RunDraft>) => void;
}

/** Everything beside the one question; prefilled, and none of it needed. */
export function RunDetails({ draft, onChange }: RunDetailsProps) {
  const t = useTranslations("runLog");
  const format = useFormatter();
  const { minutes, km, effort, pain } = draft;
  return (
    <section>
      <div className="mt-7 flex items-baseline justify-between border-b border-rule pb-1.5">
        <h2 className="text-row font-strong">{t("optional")}</h2>
        <span className="text-row text-ink2">{t("optionalAside")}</span>
      </div>
      <FoldRow
        label={t("time")}
        value={km === null ? t("timeShown", { minutes }) : t("timeAndKm", { minutes, km: format.number(km) })}
      >
        <div className="grid gap-3">
          <Stepper
            label={t("minutes")}
            decreaseLabel={`${t("minutes")}: ${t("less")}`}
            increaseLabel={`${t("minutes")}: ${t("more")}`}
            height={48}
            unit={t("min")}
            value={minutes}
            min={1}
            max={MINUTES_MAX}
            step={MINUTES_STEP}
            onChange={(value) => onChange({ minutes: Math.round(value) })}
          />
          <KmField km={km} onChange={(value) => onChange({ km: value })} />
        </div>
      </FoldRow>
      <FoldRow
        label={t("effort")}
        value={
          effort === null
            ? t("notSaid")
            : t("effortShown", { word: t(`effortWords.${effortKey(effort)}`), value: effort })
        }
      >
        <ScaleRow
          label={t("effort")}
          hideLabel
          from={0}
          to={10}
          value={effort}
          onChange={(value) => onChange({ effort: value })}
        />
      </FoldRow>
      <FoldRow label={t("pain")} value={pain === null ? t("notSaid") : t("painShown", { value: String(pain) })}>
        <RunPain draft={draft} onChange={onChange} />
      </FoldRow>
      <fieldset className="-mx-5 mt-3 min-w-0">
        <legend className="sr-only">{t("tags")}</legend>
        <div className="flex gap-2 overflow-x-auto px-5 py-1">
          {TAGS.map((tag) => {
            const on = draft.tags.includes(tag);
            const others = draft.tags.filter((each) => each !== tag);
            return (
              <ChoiceChip key={tag} pressed={on} onPress={() => onChange({ tags: on ? others : [...others, tag] })}>
                {t(`tag.${tag}`)}
              </ChoiceChip>
            );
          })}
        </div>
      </fieldset>
    </section>
  );
}

function KmField({ km, onChange }: { km: number | null; onChange: (km: number | null) => void }) {
  const t = useTranslations("runLog");
  const [text, setText] = useState(km === null ? "" : String(km));
  const read = text.trim() === "" ? null : parseNumber(text);
  const wrong = text.trim() !== "" && (read === null || read < 0 || read > 1000);
  return (
    <Field
      label={t("km")}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={text}
      problem={wrong ? t("kmProblem") : null}
      onChange={(event) => {
        setText(event.target.value);
        const next = event.target.value.trim() === "" ? null : parseNumber(event.target.value);
        if (next === null ? event.target.value.trim() === "" : next >= 0 && next <= 1000) onChange(next);
      }}
    />
  );
}

type EffortKey = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10";

// The scale offers whole numbers from 0 to 10 only.
function effortKey(effort: number): EffortKey {
  return String(effort) as EffortKey;
}
