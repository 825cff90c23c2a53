import { TriangleAlert } from "lucide-react";
import { useId, type InputHTMLAttributes, type ReactNode } from "react";
import { bringIntoView } from "./bring-into-view";
import { classNames } from "./class-names";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id"> {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Says what is wrong and what would be right. */
  readonly problem?: string | null;
}

/** A labelled input with room for a hint or what is wrong. */
export function Field({ label, hint, problem, className, ...input }: FieldProps) {
  const id = useId();
  const said = problem !== undefined && problem !== null;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-row text-ink2">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={said || undefined}
        aria-describedby={said || hint !== undefined ? `${id}-note` : undefined}
        className={classNames(
          "min-h-12 w-full min-w-0 scroll-mb-20 rounded-chip border-[1.25px] bg-transparent px-3 text-body text-ink placeholder:text-ink3 disabled:bg-sunk disabled:text-ink3",
          said ? "border-amber" : "border-line",
        )}
        {...input}
      />
      {said ? (
        <Problem id={`${id}-note`}>{problem}</Problem>
      ) : (
        hint !== undefined && (
          <p id={`${id}-note`} className="mt-1 text-row text-ink2">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

/** What is wrong, beside what it is about. */
export function Problem({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p ref={bringIntoView} id={id} className="mt-1 flex scroll-mb-28 gap-2 text-row text-amber">
      <TriangleAlert size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden="true" />
      {children}
    </p>
  );
}
