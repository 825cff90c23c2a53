import { useTranslations } from "use-intl";
import type { Body } from "@legwork/core/record";
import { useRecordWords } from "@/i18n/use-record-words";

/** Nobody reads on after these; the number tells the rest. Our own choice. */
const SHOWN_KEYS = 6;

interface ChangeLinesProps {
  readonly keys: readonly string[];
  readonly from: Body;
  readonly to: Body;
}

/** What changed, a line a value. */
export function ChangeLines({ keys, from, to }: ChangeLinesProps) {
  const t = useTranslations("records.history");
  const words = useRecordWords();
  // Of the first version nothing came before.
  const isFirst = Object.keys(from).length === 0;
  const line = (key: string) => {
    const change = { field: words.field(key), to: words.value(to[key] ?? null) };
    return isFirst ? t("written", change) : t("change", { ...change, from: words.value(from[key] ?? null) });
  };
  return (
    <ul className="mt-2 space-y-1 text-row [overflow-wrap:anywhere]">
      {keys.slice(0, SHOWN_KEYS).map((key) => (
        <li key={key}>{line(key)}</li>
      ))}
      {keys.length > SHOWN_KEYS && <li className="text-ink2">{t("more", { count: keys.length - SHOWN_KEYS })}</li>}
    </ul>
  );
}
