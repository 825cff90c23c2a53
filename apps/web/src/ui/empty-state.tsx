import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** h1 when it is all there is on the screen. */
  readonly heading?: "h1" | "h2";
}

/** Empty lanes, a sentence, and what to do next. */
export function EmptyState({ title, children, actions, heading: Heading = "h2" }: EmptyStateProps) {
  return (
    <section className="py-4">
      <div className="mb-4 flex h-12 border-y border-line" aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 7].map((lane) => (
          <span key={lane} className="grow border-r border-rule first:border-l" />
        ))}
      </div>
      <Heading className="text-section font-strong">{title}</Heading>
      <p className="mt-1 text-body text-ink2">{children}</p>
      {actions !== undefined && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
    </section>
  );
}
