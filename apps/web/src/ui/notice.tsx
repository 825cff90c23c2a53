import type { ReactNode } from "react";

/** Something that needs a word before it goes on. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="mt-4 space-y-2 rounded-control border-[1.25px] border-amber bg-amber-tint px-4 py-3 text-row">
      {children}
    </div>
  );
}
