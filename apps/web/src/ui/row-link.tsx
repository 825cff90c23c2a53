import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** A row that leads to another screen. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="flex min-h-14 items-center justify-between gap-3 border-b border-rule text-body active:bg-sunk"
    >
      {children}
      <ChevronRight size={20} strokeWidth={1.75} className="shrink-0 text-ink2" aria-hidden="true" />
    </Link>
  );
}
