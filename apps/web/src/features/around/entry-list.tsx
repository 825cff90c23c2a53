import { ChevronRight, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { SectionTitle } from "@/ui/screen-title";

interface EntrySectionProps {
  readonly title: string;
  readonly add: string;
  readonly onAdd: () => void;
  /** What such an entry does; stands there while there is none. */
  readonly empty: string;
  readonly children: readonly ReactNode[];
}

/** A list of dated entries with a way to add one. */
export function EntrySection({ title, add, onAdd, empty, children }: EntrySectionProps) {
  return (
    <section>
      <SectionTitle
        aside={
          <Button
            look="text"
            className="-my-2 -mr-4"
            icon={<Plus size={20} strokeWidth={1.75} aria-hidden="true" />}
            onClick={onAdd}
          >
            {add}
          </Button>
        }
      >
        {title}
      </SectionTitle>
      {children.length === 0 ? <p className="pt-1 text-body text-ink2">{empty}</p> : <ul>{children}</ul>}
    </section>
  );
}

interface EntryRowProps {
  readonly mark: ReactNode;
  readonly title: string;
  readonly below: string;
  readonly onOpen: () => void;
}

/** One entry; a tap opens it. */
export function EntryRow({ mark, title, below, onOpen }: EntryRowProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="focus-inside flex min-h-14 w-full items-center gap-4 border-b border-rule py-2 text-left active:bg-sunk"
      >
        <span className="flex w-8 shrink-0 justify-center">{mark}</span>
        <span className="min-w-0 grow">
          <span className="block text-body font-strong">{title}</span>
          <span className="block text-row text-ink2">{below}</span>
        </span>
        <ChevronRight size={20} strokeWidth={1.75} className="shrink-0 text-ink2" aria-hidden="true" />
      </button>
    </li>
  );
}
