import { useRef, useState } from "react";

/** The entry that is open in a sheet: its id, or `new` for one not saved yet. */
type EntryKey = string;

export interface Drafts<Draft> {
  readonly opened: EntryKey | null;
  readonly draft: Draft | null;
  readonly open: (key: EntryKey, first: Draft) => void;
  readonly change: (draft: Draft) => void;
  /** Closes; what was typed is there again when it is opened the next time. */
  readonly close: () => void;
  /** Closes, and what was typed is through. */
  readonly finish: () => void;
  /** Saves once: a second tap while the first is being kept makes no second entry. */
  readonly once: (save: () => Promise<void>) => Promise<void>;
}

/** What is typed into the sheets of a list, until it is saved. */
export function useDrafts<Draft>(): Drafts<Draft> {
  const [opened, setOpened] = useState<EntryKey | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<EntryKey, Draft>>(new Map());
  const saving = useRef(false);
  return {
    async once(save) {
      if (saving.current) return;
      saving.current = true;
      try {
        await save();
      } finally {
        saving.current = false;
      }
    },
    opened,
    draft: (opened === null ? undefined : drafts.get(opened)) ?? null,
    open(key, first) {
      if (!drafts.has(key)) setDrafts(new Map(drafts).set(key, first));
      setOpened(key);
    },
    change(draft) {
      if (opened !== null) setDrafts(new Map(drafts).set(opened, draft));
    },
    close: () => setOpened(null),
    finish() {
      setDrafts(new Map([...drafts].filter(([key]) => key !== opened)));
      setOpened(null);
    },
  };
}
