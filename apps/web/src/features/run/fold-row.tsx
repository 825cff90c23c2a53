import { ChevronRight } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { classNames } from "@/ui/class-names";

/** One line with its value; a tap opens what changes it. */
export function FoldRow({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="border-b border-rule">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-12 w-full items-center justify-between gap-3 text-left active:bg-sunk"
      >
        <span className="text-body">{label}</span>
        <span className="flex items-center gap-3 text-right text-body font-strong">
          {value}
          <ChevronRight
            size={18}
            strokeWidth={1.9}
            className={classNames("shrink-0 transition-transform duration-150", open && "rotate-90")}
            aria-hidden="true"
          />
        </span>
      </button>
      <div id={id} hidden={!open} className="pb-3">
        {children}
      </div>
    </div>
  );
}
