import { useState } from "react";
import { ageGroup, type Screening, type ScreeningQuestion } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { draftAgain, sayNone, screeningOf, toggleQuestion, useToday, useWriteScreening } from "@/data";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { ScreeningTicks } from "@/ui/screening-ticks";
import { Sheet } from "@/ui/sheet";
import { showToast } from "@/ui/toast";
import { Toggle } from "@/ui/toggle";

interface AgainSheetProps {
  readonly screening: Screening;
  readonly asked: readonly ScreeningQuestion[];
  readonly onClose: () => void;
}

/** Some of the safety questions, or all of them, once more. */
export function AgainSheet({ screening, asked, onClose }: AgainSheetProps) {
  const t = useTranslations("safetyScreen");
  const words = useTranslations("safety.screening");
  const today = useToday();
  const write = useWriteScreening();
  const [draft, setDraft] = useState(() => draftAgain(screening, asked));
  const [yearText, setYearText] = useState(String(screening.birthYear ?? ""));
  const age = ageGroup(draft.birthYear, today);

  async function save() {
    try {
      await write(screeningOf(draft, { today, before: screening, asked }));
    } catch {
      showToast(t("answers.notSaved"));
      return;
    }
    showToast(t("sheet.saved"));
    onClose();
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={t("sheet.title")}
      below={t("sheet.below")}
      footer={
        <Button wide disabled={!draft.answered || age === "unknown"} onClick={() => void save()}>
          {t("sheet.save")}
        </Button>
      }
    >
      <ScreeningTicks
        asked={asked}
        yes={draft.yes}
        none={draft.answered && draft.yes.length === 0}
        onToggle={(question) => setDraft(toggleQuestion(draft, question))}
        onNone={() => setDraft(sayNone(draft))}
      />
      <Field
        className="mt-4 max-w-48"
        label={words("birthYear")}
        inputMode="numeric"
        maxLength={4}
        value={yearText}
        problem={yearText.length >= 4 && age === "unknown" ? words("badYear") : null}
        onChange={(event) => {
          setYearText(event.target.value);
          const year = /^\d{4}$/.test(event.target.value.trim()) ? Number(event.target.value) : null;
          setDraft({ ...draft, birthYear: year });
        }}
      />
      <div aria-live="polite">
        {draft.yes.length > 0 && (
          <Notice>
            <p>{words("seeSomebody")}</p>
            <Toggle
              label={words("cleared")}
              on={draft.cleared}
              onChange={(cleared) => setDraft({ ...draft, cleared })}
            />
          </Notice>
        )}
        {age === "tooYoung" && <Notice>{words("tooYoung")}</Notice>}
      </div>
    </Sheet>
  );
}
