import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

interface TodayLineProps {
  readonly href: string;
  /** Before the words: the glyph of a run. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
}

/** A quiet line under the answer of today that leads on. */
export function TodayLine({ href, mark, children }: TodayLineProps) {
  return (
    <Link
      href={href}
      className="focus-inside flex min-h-14 items-center gap-3 border-t border-rule py-2 text-row active:bg-sunk"
    >
      {mark}
      <span className="grow">{children}</span>
      <ChevronRight size={20} strokeWidth={1.75} className="shrink-0 text-ink2" aria-hidden="true" />
    </Link>
  );
}
