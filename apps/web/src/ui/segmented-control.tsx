import { classNames } from "./class-names";

interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** One of two to four, side by side. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedControlProps<Value>) {
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <div className="flex min-h-12 items-stretch gap-1 rounded-control border-[1.25px] border-line p-[3px]">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "relative flex min-w-0 flex-1 cursor-pointer items-center justify-center rounded-[9px] px-2 text-center text-row font-button has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-ink",
              option.value === value ? "bg-ink text-paper" : "text-ink active:bg-sunk",
            )}
          >
            <input
              type="radio"
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
              name={label}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
