import type { ReactNode } from "react";

interface ScreenTitleProps {
  readonly children: ReactNode;
  /** One line under the title. */
  readonly below?: ReactNode;
  /** At the right of the title, or under it where it is narrow: the quiet line on where the logs are. */
  readonly aside?: ReactNode;
}

export function ScreenTitle({ children, below, aside }: ScreenTitleProps) {
  return (
    <header className="pt-5 pb-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h1 className="type-title">{children}</h1>
        {aside}
      </div>
      {below !== undefined && <p className="mt-1 text-row text-ink2">{below}</p>}
    </header>
  );
}

/** A section opens with one strong line. */
export function SectionTitle({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="mt-8 flex items-center justify-between gap-4 border-t-[1.5px] border-ink pt-3 pb-1">
      <h2 className="text-section font-strong">{children}</h2>
      {aside}
    </div>
  );
}
