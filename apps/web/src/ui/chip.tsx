import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface ChoiceChipProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** Set when a tap opens what changes it. */
  readonly expanded?: boolean;
}

/** A tag that is on or off, 48 high. */
export function ChoiceChip({ pressed, onPress, children, icon, expanded }: ChoiceChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onPress}
      className={classNames(
        "inline-flex min-h-12 shrink-0 items-center justify-center gap-2.5 rounded-chip border-[1.25px] px-4 text-body font-button",
        pressed ? "border-ink bg-ink text-paper" : "text-ink active:bg-sunk",
        !pressed && (expanded === true ? "border-ink bg-sunk" : "border-line"),
      )}
    >
      {icon}
      {children}
    </button>
  );
}

export type BadgeLook = "plain" | "ink" | "amber";

/** A short fact: "Reduced week", or a rule id with what it found. */
export function Badge({
  children,
  look = "plain",
  rule,
}: {
  children: ReactNode;
  look?: BadgeLook;
  rule?: string | null;
}) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 items-stretch overflow-hidden rounded-evidence border-[1.25px] text-row",
        look === "plain" && "border-line text-ink",
        look === "ink" && "border-ink bg-ink text-paper",
        look === "amber" && "border-amber bg-amber-tint text-ink",
      )}
    >
      {typeof rule === "string" && (
        <span
          className={classNames(
            "flex items-center border-r-[1.25px] px-1.5 text-caption font-strong",
            look === "amber" ? "border-amber text-amber" : "border-line text-ink3",
          )}
        >
          {rule}
        </span>
      )}
      <span className="px-2 py-px">{children}</span>
    </span>
  );
}
