import { classNames } from "./class-names";

interface ScaleRowProps {
  readonly label: string;
  /** The section's title says it already. */
  readonly hideLabel?: true;
  /** Said at the right: the word for the chosen value. */
  readonly said?: string;
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  /** A second tap on the chosen value takes it back. */
  readonly onChange: (value: number | null) => void;
}

/** One number of a scale, each a target of its own; eleven of them stand in two rows on a narrow phone. */
export function ScaleRow({ label, hideLabel, said, from, to, value, onChange }: ScaleRowProps) {
  const values = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <fieldset className="py-3">
      <legend className={hideLabel ? "sr-only" : "float-left text-body"}>{label}</legend>
      {said !== undefined && <span className="float-right text-row font-strong text-ink">{said}</span>}
      <div className="clear-both grid grid-cols-6 gap-1.5 pt-2">
        {values.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === value}
            aria-label={`${label}: ${each}`}
            onClick={() => onChange(each === value ? null : each)}
            className={classNames(
              "min-h-12 rounded-chip border-[1.25px] text-body font-strong",
              each === value ? "border-ink bg-ink text-paper" : "border-line text-ink active:bg-sunk",
            )}
          >
            {each}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
