import { ChevronRight } from "lucide-react";
import { GROUP_NOTES, type SafetyGroup } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { Sentences } from "@/ui/sentences";

/** The notes of groups of runners; folded, each opens with a tap. */
export function GroupNotes({ groups, folded }: { groups: readonly SafetyGroup[]; folded?: true }) {
  const t = useTranslations("safety.group");
  const notesOf = useNotes();
  return groups.map((group) =>
    folded ? (
      <details key={group} className="group border-b border-rule">
        <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-3 text-body">
          {t(`${group}.name`)}
          <ChevronRight
            size={20}
            strokeWidth={1.75}
            className="shrink-0 text-ink2 transition-transform duration-150 group-open:rotate-90"
            aria-hidden="true"
          />
        </summary>
        <Sentences of={notesOf(group)} />
      </details>
    ) : (
      <section key={group} className="pt-3">
        <h3 className="text-row text-ink2">{t(`${group}.name`)}</h3>
        <Sentences of={notesOf(group)} />
      </section>
    ),
  );
}

function useNotes(): (group: SafetyGroup) => readonly string[] {
  const t = useTranslations();
  // Which notes belong to which group is the table's; its tests hold the words of each.
  return (group) => GROUP_NOTES[group].map((note) => t(`safety.group.${group}.${note}` as Parameters<typeof t>[0]));
}
