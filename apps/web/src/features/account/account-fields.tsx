import { useTranslations } from "use-intl";
import { Field } from "@/ui/field";

interface FieldOf {
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
}

export function EmailField({ onChange, ...field }: FieldOf) {
  return (
    <Field
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      onChange={(event) => onChange(event.target.value)}
      {...field}
    />
  );
}

/** `new` says what a good one is, and lets the browser offer one. */
export function PasswordField({ kind, onChange, ...field }: FieldOf & { kind: "current" | "new" }) {
  const t = useTranslations("account");
  return (
    <Field
      type="password"
      autoComplete={kind === "new" ? "new-password" : "current-password"}
      maxLength={128}
      {...(kind === "new" ? { hint: t("passwordHint") } : {})}
      onChange={(event) => onChange(event.target.value)}
      {...field}
    />
  );
}

/** The 8 digits; a phone offers them from the mail. */
export function CodeField({ onChange, ...field }: FieldOf) {
  return (
    <Field
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={20}
      onChange={(event) => onChange(event.target.value)}
      {...field}
    />
  );
}
