import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface TickRowProps {
  readonly on: boolean;
  readonly strong?: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** One of many that may be true; the whole row is the target. */
export function TickRow({ on, strong = false, onToggle, children }: TickRowProps) {
  return (
    <label
      className={classNames(
        "relative -mx-5 flex min-h-12 cursor-pointer items-center gap-4 border-b border-rule px-5 py-2.5 text-row has-focus-visible:outline-[2.5px] has-focus-visible:-outline-offset-2 has-focus-visible:outline-ink desk:-mx-3 desk:px-3",
        on && "bg-sunk",
        strong && "font-strong",
      )}
    >
      <input
        type="checkbox"
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
        checked={on}
        onChange={onToggle}
      />
      <span className="grow">{children}</span>
      <span
        aria-hidden="true"
        className={classNames(
          "flex size-6 shrink-0 items-center justify-center rounded-[7px] border-[1.5px]",
          on ? "border-ink bg-ink text-paper" : "border-line",
        )}
      >
        {on && <Check size={16} strokeWidth={2.25} />}
      </span>
    </label>
  );
}
