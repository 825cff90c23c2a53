import { SAMPLE_WEEKS, type SampleWeek } from "@legwork/core/run";
import { WEEKDAYS } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { RestGlyph, RunGlyph } from "@/drawing/run-glyph";
import { Sheet } from "@/ui/sheet";

interface TemplateSheetProps {
  readonly onClose: () => void;
  readonly onChoose: (template: SampleWeek) => void;
}

/** Running weeks to begin from; each can be changed afterwards. */
export function TemplateSheet({ onClose, onChoose }: TemplateSheetProps) {
  const t = useTranslations("onboarding");
  const words = useTranslations("run");
  return (
    <Sheet open onClose={onClose} title={t("week.templates")} below={t("week.templatesBelow")}>
      <ul>
        {SAMPLE_WEEKS.map((template) => (
          <li key={template.id} className="border-b border-rule">
            <button
              type="button"
              className="focus-inside block min-h-18 w-full rounded-tile py-3 text-left active:bg-sunk"
              onClick={() => onChoose(template)}
            >
              <span className="block text-body font-strong">{words(`sample.${template.id}`)}</span>
              <span className="mt-2 grid max-w-[280px] grid-cols-7" aria-hidden="true">
                {WEEKDAYS.map((day) => {
                  const run = template.runs.find((each) => each.day === day);
                  return (
                    <span
                      key={day}
                      className="flex h-6 items-center justify-center border-r border-rule first:border-l"
                    >
                      {run === undefined ? <RestGlyph size={14} /> : <RunGlyph kind={run.kind} size={16} />}
                    </span>
                  );
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
