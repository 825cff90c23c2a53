import { useId, useRef, type FormEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button";
import { Sheet } from "@/ui/sheet";

interface EntrySheetProps {
  readonly title: string;
  readonly mark?: ReactNode;
  readonly onClose: () => void;
  readonly onSave: () => void;
  /** Absent for an entry that is not saved yet. */
  readonly onRemove?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** The form of one entry; what is wrong with it stands beside its fields. */
export function EntrySheet({ title, mark, onClose, onSave, onRemove, children }: EntrySheetProps) {
  const t = useTranslations("around");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  function save(event: FormEvent) {
    event.preventDefault();
    onSave();
    // What is wrong is read out where it can be mended.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      mark={mark}
      footer={
        <div className="flex gap-2">
          {onRemove !== undefined && (
            <Button look="quiet" size={56} onClick={onRemove}>
              {t("remove")}
            </Button>
          )}
          <Button type="submit" form={id} className="grow">
            {t("save")}
          </Button>
        </div>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={save} className="space-y-5 pt-4">
        {children}
      </form>
    </Sheet>
  );
}
