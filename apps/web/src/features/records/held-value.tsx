import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { chooseHeld, type HeldChoice, type Writer } from "@/data";
import { RecordMark } from "@/drawing/record-mark";
import { useRecordWords } from "@/i18n/use-record-words";
import { Button } from "@/ui/button";
import { showToast } from "@/ui/toast";

/** One value that two people wrote: both, whose they are, which one stands, and a button each. */
export function HeldValue({ choice }: { choice: HeldChoice }) {
  const t = useTranslations("records.choices");
  const words = useRecordWords();
  const [busy, setBusy] = useState(false);
  const { record, key } = choice;

  async function take(which: "held" | "standing") {
    setBusy(true);
    try {
      await chooseHeld(choice, which);
      showToast(t("chosen"));
    } catch {
      setBusy(false);
      showToast(t("failed"));
    }
  }

  if (record === null || record.deleted) {
    return (
      <li className="border-b border-rule py-4">
        <p className="text-row text-ink2">{t("gone")}</p>
        <Button look="text" className="-ml-4" disabled={busy} onClick={() => void take("standing")}>
          {t("letGo")}
        </Button>
      </li>
    );
  }
  return (
    <li className="border-b border-rule py-4">
      <div className="flex items-center gap-4">
        <span className="flex w-8 shrink-0 justify-center">
          <RecordMark record={record} />
        </span>
        <h2 className="min-w-0 text-body font-strong">{words.titleWithDay(record)}</h2>
      </div>
      {key === "" ? (
        <>
          <p className="mt-2 text-body">{deletedBy(choice.heldBy)}</p>
          <div className="mt-3 grid grid-cols-2 gap-2">
            <Button look="quiet" disabled={busy} onClick={() => void take("standing")}>
              {t("stays")}
            </Button>
            <Button look="quiet" disabled={busy} onClick={() => void take("held")}>
              {t("deletion")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="mt-2 text-row text-ink2">{words.field(key)}</p>
          <div className="mt-1 grid grid-cols-2 gap-2">
            <Side name={nameOf(choice.standingBy)} note={t("stands")} value={words.value(choice.standing)}>
              <Button look="quiet" wide disabled={busy} onClick={() => void take("standing")}>
                {keepText(choice.standingBy)}
              </Button>
            </Side>
            <Side name={nameOf(choice.heldBy)} value={words.value(choice.held)}>
              <Button look="quiet" wide disabled={busy} onClick={() => void take("held")}>
                {takeText(choice.heldBy)}
              </Button>
            </Side>
          </div>
        </>
      )}
    </li>
  );

  function nameOf(writer: Writer): string {
    return writer.who === "runner" ? t("mine") : t("theirs", { name: writer.name });
  }
  function keepText(writer: Writer): string {
    return writer.who === "runner" ? t("keepMine") : t("keepTheirs", { name: writer.name });
  }
  function takeText(writer: Writer): string {
    return writer.who === "runner" ? t("takeMine") : t("takeTheirs", { name: writer.name });
  }
  function deletedBy(writer: Writer): string {
    return writer.who === "runner"
      ? t("deletedBy", { who: "you", name: "" })
      : t("deletedBy", { who: "other", name: writer.name });
  }
}

interface SideProps {
  readonly name: string;
  readonly note?: string;
  readonly value: string;
  readonly children: ReactNode;
}

/** One of two answers, with its button. */
function Side({ name, note, value, children }: SideProps) {
  return (
    <div className="flex min-w-0 flex-col">
      <p className="text-caption text-ink2">
        {name}
        {note !== undefined && `, ${note}`}
      </p>
      <p className="grow pb-2 text-section font-strong [overflow-wrap:anywhere]">{value}</p>
      {children}
    </div>
  );
}
