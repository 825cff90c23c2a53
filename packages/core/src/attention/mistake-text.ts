import { weekdayOf } from "../calendar";
import type { Translate } from "../placement";
import type { EvidenceRow, Mistake } from "./types";

export interface MistakeText {
  /** A short name. */
  readonly name: string;
  /** What was seen and what to do next. */
  readonly sentence: string;
  /** Why it matters, within what studies carry. */
  readonly why: string;
  /** One for each evidence row. */
  readonly rows: readonly string[];
}

/** The words of a mistake, in the reader's language. */
export function mistakeText(mistake: Mistake, translate: Translate): MistakeText {
  const { rule, found, threshold, params, action } = mistake;
  const pattern = typeof params["pattern"] === "string" ? translate(`attention.pattern.${params["pattern"]}`) : "";
  const group = typeof params["group"] === "string" ? translate(`attention.group.${params["group"]}`) : "";
  const values = { ...params, found, threshold, pattern, group };
  const next = action?.to === "session" ? action : null;
  const sentences = [
    translate(`attention.says.${rule}`, values),
    next === null
      ? translate(`attention.next.${rule}`, values)
      : translate("attention.next.session", {
          session: next.kind,
          day: translate(`placement.day.${weekdayOf(next.date)}`),
        }),
  ];
  return {
    name: translate(`attention.name.${mistake.mistake}`),
    sentence: sentences.join(" "),
    why: translate(`attention.why.${mistake.mistake}`),
    rows: mistake.rows.map((row) => rowText(row, translate)),
  };
}

function rowText(row: EvidenceRow, translate: Translate): string {
  const key = `attention.row.${row.kind}`;
  switch (row.kind) {
    case "sessions":
      return translate(key, { week: row.week, found: row.found, asked: row.asked });
    case "work":
      return row.before === null
        ? translate(key, { week: row.week, share: row.share })
        : translate("attention.row.workBefore", { week: row.week, share: row.share, before: row.before });
    case "load":
      return translate(key, {
        pattern: translate(`attention.pattern.${row.pattern}`),
        day: translate(`placement.day.${weekdayOf(row.date)}`),
        fromKg: row.fromGrams / 1_000,
        toKg: row.toGrams / 1_000,
      });
    case "rung":
      return translate(key, {
        pattern: translate(`attention.pattern.${row.pattern}`),
        day: translate(`placement.day.${weekdayOf(row.date)}`),
        from: row.from,
        to: row.to,
      });
    case "group":
      return translate(key, {
        group: translate(`attention.group.${row.group}`),
        found: row.found,
        asked: row.asked,
      });
    case "share":
      return translate(key, { of: translate(`attention.region.${row.of}`), share: row.share });
    case "running":
      return translate(key, { week: row.week, minutes: row.minutes, usual: row.usual });
    case "leftOut":
      return translate(key, {
        week: row.week,
        day: translate(`placement.day.${weekdayOf(row.date)}`),
        session: row.session,
      });
    default:
      return row satisfies never;
  }
}
