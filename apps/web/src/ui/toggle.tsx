import { classNames } from "./class-names";

interface ToggleProps {
  readonly label: string;
  readonly below?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A switch with its words; the whole row is the target. */
export function Toggle({ label, below, on, onChange }: ToggleProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      onClick={() => onChange(!on)}
      className="flex min-h-12 w-full items-center justify-between gap-4 rounded-tile py-2 text-left active:bg-sunk"
    >
      <span>
        <span className="block text-body">{label}</span>
        {below !== undefined && <span className="block text-row text-ink2">{below}</span>}
      </span>
      <span
        aria-hidden="true"
        className={classNames(
          "relative h-7 w-12 shrink-0 rounded-full border-[1.25px] transition-colors duration-150",
          on ? "border-ink bg-ink" : "border-line",
        )}
      >
        <span
          className={classNames(
            "absolute top-[3.75px] size-[18px] rounded-full transition-[left] duration-150 ease-out",
            on ? "left-[24px] bg-paper" : "left-1 bg-line",
          )}
        />
      </span>
    </button>
  );
}
