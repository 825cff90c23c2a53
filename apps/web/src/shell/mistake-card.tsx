import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import type { Mistake } from "@legwork/core/attention";
import type { LocalDate } from "@legwork/core/calendar";
import { useTranslations } from "use-intl";
import { writeDeviceValue } from "@/data";
import { useMistakeWords } from "@/i18n/use-mistake-words";
import { Button, ButtonLink } from "@/ui/button";
import { classNames } from "@/ui/class-names";
import { showToast } from "@/ui/toast";
import { actionRow } from "./mistake-to-show";

interface MistakeCardProps {
  readonly mistake: Mistake;
  /** Monday of the running week: until its end the card can be put away. */
  readonly monday: LocalDate;
}

/** One thing that a word helps with: what was seen and what to do, with the reason and the evidence a tap away. */
export function MistakeCard({ mistake, monday }: MistakeCardProps) {
  const t = useTranslations("attentionCard");
  const { name, sentence, why, rows } = useMistakeWords()(mistake);
  const title = useId();
  const action = actionRow(mistake);

  async function putAway() {
    const key = `mistakeRead/${monday}` as const;
    await writeDeviceValue(key, true);
    showToast(t("hidden"), () => void writeDeviceValue(key, null));
  }

  return (
    <section
      aria-labelledby={title}
      className="-mx-5 my-6 border-y border-rule bg-raised px-5 pt-4 pb-2 desk:mx-0 desk:rounded-control desk:border-x"
    >
      <h2 id={title} className="text-body font-strong">
        {name}
      </h2>
      <p className="mt-1 text-body">{sentence}</p>
      <Evidence why={why} rows={rows} />
      <div className="flex flex-wrap gap-2">
        {action !== null && (
          <ButtonLink look="quiet" href={action.href}>
            {t(`action.${action.label}`)}
          </ButtonLink>
        )}
        <Button look="text" onClick={() => void putAway()}>
          {t("read")}
        </Button>
      </div>
    </section>
  );
}

function Evidence({ why, rows }: { why: string; rows: readonly string[] }) {
  const t = useTranslations("attentionCard");
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="my-2">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-12 w-full items-center gap-2 text-left text-row text-ink2 active:bg-sunk"
      >
        <ChevronRight
          size={18}
          strokeWidth={1.9}
          className={classNames("shrink-0 transition-transform duration-150", open && "rotate-90")}
          aria-hidden="true"
        />
        {t("why")}
      </button>
      <div id={id} hidden={!open} className="pb-2">
        <p className="text-row">{why}</p>
        <ul className="mt-3 border-t border-rule">
          {rows.map((row) => (
            <li key={row} className="border-b border-rule py-2 text-row text-ink2">
              {row}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
