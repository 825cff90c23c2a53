import type { ReactNode } from "react";
import { ChoiceChip } from "@/ui/chip";

interface ChoiceGroupProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly icon?: ReactNode }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** One of a few, two in a row. */
export function ChoiceGroup<Value extends string>({ label, options, value, onChange }: ChoiceGroupProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-1 text-row text-ink2">{label}</legend>
      <div className="grid grid-cols-2 gap-2">
        {options.map((option) => (
          <ChoiceChip
            key={option.value}
            pressed={option.value === value}
            onPress={() => onChange(option.value)}
            icon={option.icon}
          >
            {option.text}
          </ChoiceChip>
        ))}
      </div>
    </fieldset>
  );
}
