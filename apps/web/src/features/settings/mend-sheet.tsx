import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { fieldShape } from "@legwork/core/exchange";
import type { Json } from "@legwork/core/record";
import { discardRefusal, mendRefusal, type Mended, type RefusedChange } from "@/data";
import { RecordMark } from "@/drawing/record-mark";
import { useRecordWords } from "@/i18n/use-record-words";
import { Button } from "@/ui/button";
import { Problem } from "@/ui/field";
import { Sheet } from "@/ui/sheet";
import { showToast } from "@/ui/toast";
import { MendField } from "./mend-field";
import { mendableKey, typedValue } from "./mendable";
import { useRefusalWords } from "./use-refusal-words";

interface MendSheetProps {
  readonly change: RefusedChange;
  readonly onClose: () => void;
}

/** What was refused, why, and the two ways on: mend the value, or let the change go with what waits behind it. */
export function MendSheet({ change, onClose }: MendSheetProps) {
  const t = useTranslations("records.mend");
  const words = useRecordWords();
  const refusalWords = useRefusalWords();
  const { refusal, record, behind } = change;
  const { op } = refusal;
  const key = mendableKey(refusal);
  const shape = key === null ? null : fieldShape(op.kind, key);
  const [typed, setTyped] = useState(key === null ? "" : textOf(op.patch[key] ?? null));
  const [problem, setProblem] = useState<string | null>(null);
  const [lettingGo, setLettingGo] = useState(false);
  const marked = record ?? { kind: op.kind, body: op.patch };

  async function settle(value: { as: "value"; value: Json } | { as: "leaveOut" }) {
    if (key === null) return;
    const mended = await mendRefusal({ opId: refusal.opId, key, value }).catch((): Mended | null => null);
    if (mended?.ok !== true) {
      setProblem(problemOf(mended));
      return;
    }
    showToast(t("sent"));
    onClose();
  }

  function send(event: FormEvent) {
    event.preventDefault();
    const value = shape === null ? null : typedValue(shape, typed);
    if (value === null) setProblem(t("notANumber"));
    else void settle({ as: "value", value });
  }

  async function letGo() {
    await discardRefusal(refusal.record);
    showToast(t("letGone"));
    onClose();
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={t("title")}
      below={words.titleWithDay(marked)}
      mark={<RecordMark record={marked} />}
    >
      <p className="pt-3 text-body">{refusalWords(refusal)}</p>
      {key !== null && shape !== null && (
        <form onSubmit={send} className="pt-3">
          <MendField shape={shape} label={words.field(key)} value={typed} onChange={setTyped} />
          <Button type="submit" wide className="mt-3">
            {t("send")}
          </Button>
        </form>
      )}
      {problem !== null && (
        <div role="alert">
          <Problem>{problem}</Problem>
        </div>
      )}
      {key !== null && key in op.patch && Object.keys(op.patch).length > 1 && (
        <div className="pt-3">
          <Button look="quiet" wide onClick={() => void settle({ as: "leaveOut" })}>
            {t("leaveOut")}
          </Button>
          <p className="mt-1 text-row text-ink2">{t("leftOutBelow")}</p>
        </div>
      )}
      {key === null && <p className="pt-3 text-row text-ink2">{t("onlyDiscard")}</p>}
      <div className="mt-4 border-t border-rule pt-3">
        {lettingGo && behind.length > 0 && (
          <>
            <p className="text-row">{t("goesToo", { count: behind.length })}</p>
            <ul className="space-y-1 py-2 text-row text-ink2 [overflow-wrap:anywhere]">
              {behind.flatMap(({ opId, op: waiting }) =>
                Object.entries(waiting.patch).map(([name, value]) => (
                  <li key={`${opId} ${name}`}>
                    {words.field(name)}: {words.value(value)}
                  </li>
                )),
              )}
            </ul>
          </>
        )}
        {lettingGo || behind.length === 0 ? (
          <Button look="quiet" wide onClick={() => void letGo()}>
            {t(behind.length === 0 ? "letGo" : "letGoNow")}
          </Button>
        ) : (
          <Button look="quiet" wide onClick={() => setLettingGo(true)}>
            {t("letGo")}
          </Button>
        )}
      </div>
    </Sheet>
  );

  function problemOf(mended: Mended | null): string {
    if (mended === null || mended.ok) return t("still");
    const { code } = mended.error;
    return code === "gone" || code === "nothingLeft" ? t(code) : t("still");
  }
}

function textOf(value: Json): string {
  return value === null || typeof value === "object" ? "" : String(value);
}
