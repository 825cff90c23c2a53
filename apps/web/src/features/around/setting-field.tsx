import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/ui/field";
import type { ReadSetting } from "./read-setting";

interface SettingFieldProps<Value> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly type: "number" | "time";
  /** What holds now, as it is typed; empty = nothing. */
  readonly value: string;
  readonly read: (text: string) => ReadSetting<Value>;
  /** Of a number. */
  readonly range?: readonly [min: number, max: number];
  readonly onChange: (value: Value) => void;
}

/** A setting that is written when the field is left; what cannot be read stays there, with what would be right. */
export function SettingField<Value>({ label, hint, type, value, read, range, onChange }: SettingFieldProps<Value>) {
  const t = useTranslations("around.problem");
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const reading = typed === null ? null : read(typed);
  const [min, max] = range ?? [0, 0];

  function commit() {
    if (typed === null || reading === null) return;
    setAsked(!reading.ok);
    if (!reading.ok) return;
    setTyped(null);
    if (typed !== value) onChange(reading.value);
  }

  return (
    <Field
      label={label}
      hint={hint}
      {...(type === "time" ? { type } : { inputMode: "numeric", autoComplete: "off" })}
      value={typed ?? value}
      problem={asked && reading !== null && !reading.ok ? t(reading.problem, { min, max }) : null}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
    />
  );
}
