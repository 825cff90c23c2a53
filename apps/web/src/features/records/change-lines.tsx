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
  return (
    <ul className="mt-2 space-y-1 text-row [overflow-wrap:anywhere]">
      {keys.slice(0, SHOWN_KEYS).map((key) => (
        <li key={key}>
          {t("change", {
            field: words.field(key),
            from: words.value(from[key] ?? null),
            to: words.value(to[key] ?? null),
          })}
        </li>
      ))}
      {keys.length > SHOWN_KEYS && <li className="text-ink2">{t("more", { count: keys.length - SHOWN_KEYS })}</li>}
    </ul>
  );
}
