import { useTranslations } from "use-intl";
import { parseLocalDate, WEEKDAYS, type Weekday } from "@legwork/core/calendar";
import type { Body, Json } from "@legwork/core/record";
import { type MarkedRecord, runKindOf, sessionKindOf } from "@/drawing/record-mark";
import { useDates } from "./use-dates";

const GRAMS_PER_KG = 1000;
const UUID = /^[0-9a-f]{8}-/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** A record, its fields and their values in the reader's words. The screen brings the words of `records`. */
export function useRecordWords() {
  const t = useTranslations("records");
  const tRun = useTranslations("run");
  const dates = useDates();

  function title(record: MarkedRecord): string {
    switch (record.kind) {
      case "session_log":
        return t("record.session_log", { kind: sessionKindOf(record), sets: setsOf(record.body) });
      case "run_log":
        return t("record.run_log", {
          kind: tRun(`kind.${runKindOf(record)}`),
          minutes: Number(record.body["minutes"] ?? 0),
        });
      case "week_plan":
        return t("record.week_plan", { date: dayOf(record.body["monday"], "short") ?? "" });
      case "programme":
      case "settings":
      case "run_plan":
      case "run_feel":
      case "health":
      case "strength_test":
      case "adjustments":
      case "comment":
        return t(`record.${record.kind}`);
      default:
        return t("record.other");
    }
  }

  /** The title with its day, where the title itself does not tell it. */
  function titleWithDay(record: MarkedRecord): string {
    const date = dayOf(record.body["date"], "short");
    return date === null ? title(record) : t("record.on", { title: title(record), date });
  }

  function field(key: string): string {
    if (key === "") return t("field.whole");
    const [name = "", entry] = key.split("/", 2);
    const known = isField(name) ? t(`field.${name}`) : t("field.unknown");
    return entry === undefined || UUID.test(entry)
      ? known
      : t("field.entry", { field: known, entry: entryWords(entry) });
  }

  function value(json: Json): string {
    if (json === null) return t("value.nothing");
    switch (typeof json) {
      case "boolean":
        return t(json ? "value.yes" : "value.no");
      case "number":
        return String(json);
      case "string":
        return textWords(json);
      default:
        return objectWords(json);
    }
  }

  function textWords(text: string): string {
    if (INSTANT.test(text)) {
      const at = Date.parse(text);
      const day = dayOf(text.slice(0, 10), "short");
      return Number.isNaN(at) || day === null ? text : `${day} ${dates.clock(at)}`;
    }
    const day = dayOf(text, "long");
    if (day !== null) return day;
    if (isWeekday(text)) return dates.weekdayName(text);
    if (isRunKind(text)) return tRun(`kind.${text}`);
    return isChoice(text) ? t(`choice.${text}`) : text;
  }

  function objectWords(json: Exclude<Json, string | number | boolean | null>): string {
    if (Array.isArray(json)) return t("value.many", { count: json.length });
    const body = json as Body;
    if (typeof body["amount"] === "number") {
      const grams = body["loadGrams"];
      return t("value.set", {
        amount: body["amount"],
        load: typeof grams === "number" ? t("value.kg", { amount: grams / GRAMS_PER_KG }) : "none",
        state: value(body["state"] ?? null),
      });
    }
    if ("prescription" in body) {
      const parts = [value(body["date"] ?? null), value(body["startTime"] ?? null), sessionWords(body)];
      return parts.join(", ");
    }
    if ("pairs" in body) return sessionWords(body);
    return Object.entries(body)
      .filter(([, each]) => typeof each !== "object" || each === null)
      .map(([name, each]) =>
        name === "loadGrams"
          ? t("value.kg", { amount: Number(each) / GRAMS_PER_KG })
          : name === "rung"
            ? t("value.rung", { number: value(each) })
            : value(each),
      )
      .join(", ");
  }

  function sessionWords(body: Body): string {
    return t("value.session", { kind: value(body["kind"] ?? null) });
  }

  function entryWords(entry: string): string {
    return isWeekday(entry)
      ? dates.weekdayName(entry)
      : /^\d+$/.test(entry)
        ? t("value.kg", { amount: Number(entry) / GRAMS_PER_KG })
        : entry;
  }

  function dayOf(json: Json | undefined, width: "long" | "short"): string | null {
    const date = typeof json === "string" ? parseLocalDate(json) : null;
    if (date === null) return null;
    return width === "long" ? dates.dayMonth(date) : dates.dayMonthShort(date);
  }

  // The catalogue is asked at run time: bodies hold keys and values of a newer app too.
  function isField(name: string): name is "date" {
    return t.has(`field.${name}` as "field.date");
  }

  function isChoice(text: string): text is "done" {
    return t.has(`choice.${text}` as "choice.done");
  }

  function isRunKind(text: string): text is "easy" {
    return /^[a-z]+$/.test(text) && tRun.has(`kind.${text}` as "kind.easy");
  }

  return { title, titleWithDay, field, value };
}

function setsOf(body: Body): number {
  return Object.entries(body).filter(([key, value]) => key.startsWith("sets/") && value !== null).length;
}

function isWeekday(text: string): text is Weekday {
  return WEEKDAYS.includes(text as Weekday);
}
