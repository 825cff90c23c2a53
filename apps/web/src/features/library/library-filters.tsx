import type { ReactNode } from "react";
import { KITS } from "@legwork/core/exercise";
import { FOCUSES, LEVELS } from "@legwork/core/session-library";
import { useTranslations } from "use-intl";
import { ChoiceChip } from "@/ui/chip";
import type { LibraryFilter } from "./library-groups";

/** Minutes that a day may have. Our own choice. */
const MINUTES = [15, 20, 30] as const;

interface LibraryFiltersProps {
  readonly filter: LibraryFilter;
  readonly onChange: (change: Partial<LibraryFilter>) => void;
}

/** What the session is for, then today, minutes and kit; a chip pressed again is off. */
export function LibraryFilters({ filter, onChange }: LibraryFiltersProps) {
  const t = useTranslations("libraryPage");
  const library = useTranslations("library");
  return (
    <div className="space-y-1">
      <ChipRow legend={t("focus")}>
        <ChoiceChip pressed={filter.focus === null} onPress={() => onChange({ focus: null })}>
          {t("all")}
        </ChoiceChip>
        {FOCUSES.map((focus) => (
          <ChoiceChip
            key={focus}
            pressed={filter.focus === focus}
            onPress={() => onChange({ focus: filter.focus === focus ? null : focus })}
          >
            {library(`focus.${focus}`)}
          </ChoiceChip>
        ))}
      </ChipRow>
      <ChipRow legend={t("more")}>
        <ChoiceChip
          pressed={filter.show === "today"}
          onPress={() => onChange({ show: filter.show === "today" ? "all" : "today" })}
        >
          {t("today")}
        </ChoiceChip>
        <Divider />
        {MINUTES.map((minutes) => (
          <ChoiceChip
            key={minutes}
            pressed={filter.minutes === minutes}
            onPress={() => onChange({ minutes: filter.minutes === minutes ? null : minutes })}
          >
            {t("upTo", { minutes })}
          </ChoiceChip>
        ))}
        <Divider />
        {LEVELS.map((level) => (
          <ChoiceChip
            key={level}
            pressed={filter.level === level}
            onPress={() => onChange({ level: filter.level === level ? null : level })}
          >
            {library(`level.${level}`)}
          </ChoiceChip>
        ))}
        <Divider />
        {KITS.map((kit) => (
          <ChoiceChip key={kit} pressed={filter.kit === kit} onPress={() => onChange({ kit })}>
            {t("kit", { kit })}
          </ChoiceChip>
        ))}
      </ChipRow>
    </div>
  );
}

function ChipRow({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="-mx-5 min-w-0">
      <legend className="sr-only">{legend}</legend>
      <div className="flex gap-2 overflow-x-auto px-5 py-1 desk:flex-wrap">{children}</div>
    </fieldset>
  );
}

function Divider() {
  return <span className="my-3 w-px shrink-0 bg-line desk:hidden" aria-hidden="true" />;
}
