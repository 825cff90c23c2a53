import { useTranslations } from "use-intl";
import type { FieldShape } from "@legwork/core/exchange";
import { useRecordWords } from "@/i18n/use-record-words";
import { ChipGroup } from "@/ui/chip-group";
import { Field } from "@/ui/field";

interface MendFieldProps {
  readonly shape: FieldShape;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The control that a value's shape asks for. */
export function MendField({ shape, label, value, onChange }: MendFieldProps) {
  const t = useTranslations("records.mend");
  const words = useRecordWords();
  const common = { label, value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  switch (shape.type) {
    case "number":
      return (
        <Field
          {...common}
          inputMode="decimal"
          hint={t("number", {
            whole: shape.whole ? "yes" : "no",
            lowest: shape.lowest === null ? "none" : String(shape.lowest),
            highest: shape.highest === null ? "none" : String(shape.highest),
          })}
        />
      );
    case "text":
      return <Field {...common} {...(shape.longest === null ? {} : { maxLength: shape.longest })} />;
    case "day":
      return <Field {...common} type="date" />;
    case "clockTime":
      return <Field {...common} type="time" />;
    case "choice":
    case "yesNo":
    default: {
      const options = shape.type === "choice" ? shape.options : ["true", "false"];
      return (
        <ChipGroup
          label={label}
          options={options}
          words={(option) => words.value(shape.type === "yesNo" ? option === "true" : option)}
          chosen={[value]}
          onPress={onChange}
        />
      );
    }
  }
}
