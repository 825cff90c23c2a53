import { useTranslations } from "use-intl";
import type { ProgrammeFields } from "@legwork/core/record";
import { SegmentedControl } from "./segmented-control";
import { Toggle } from "./toggle";

export type Experience = NonNullable<ProgrammeFields["experience"]>;
const EXPERIENCES = ["new", "some", "trained"] as const satisfies readonly Experience[];

interface ExperienceChoiceProps {
  /** Null = not said. */
  readonly value: Experience | null;
  readonly onChange: (experience: Experience) => void;
}

/** How much leg strength somebody has trained so far. */
export function ExperienceChoice({ value, onChange }: ExperienceChoiceProps) {
  const t = useTranslations("ui.experience");
  return (
    <div>
      <p className="text-body font-strong" aria-hidden="true">
        {t("title")}
      </p>
      <p className="mb-2 text-row text-ink2">{t("below")}</p>
      <SegmentedControl
        label={t("title")}
        options={EXPERIENCES.map((each) => ({ value: each, text: t(each) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}

/** Whether somebody has run regularly before the first run is recorded. */
export function RegularRunnerToggle({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const t = useTranslations("ui.regularRunner");
  return <Toggle label={t("label")} below={t("below")} on={on} onChange={onChange} />;
}
