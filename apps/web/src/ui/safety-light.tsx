import { CircleCheck, Smartphone, Split, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** Where the logs are. Each has its own mark, and always its words. */
export type SafetyState = "synced" | "onlyHere" | "offline" | "choice" | "needsLook";

interface SafetyLightProps {
  readonly state: SafetyState;
  readonly href: string;
  readonly children: ReactNode;
}

/** The quiet line at the top right of a screen; leads to the page that explains it. */
export function SafetyLight({ state, href, children }: SafetyLightProps) {
  return (
    <Link
      href={href}
      className={`-mx-2 -my-2 flex min-h-12 items-center gap-2 rounded-tile px-2 text-row ${state === "needsLook" ? "text-amber" : "text-ink2"}`}
    >
      <SafetyMark state={state} />
      {children}
    </Link>
  );
}

function SafetyMark({ state, size = 18 }: { state: SafetyState; size?: number }) {
  const Mark = MARKS[state];
  return <Mark size={size} />;
}

interface MarkProps {
  readonly size: number;
}

const MARKS: Record<SafetyState, (props: MarkProps) => ReactNode> = {
  synced: ({ size }) => <CircleCheck size={size} strokeWidth={1.75} aria-hidden="true" />,
  onlyHere: ({ size }) => <Smartphone size={size} strokeWidth={1.75} aria-hidden="true" />,
  offline: ({ size }) => (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M2 12h5M17 12h5M9.5 6v12M14.5 6v12" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  ),
  choice: ({ size }) => <Split size={size} strokeWidth={1.75} aria-hidden="true" />,
  needsLook: ({ size }) => (
    <TriangleAlert size={size} strokeWidth={1.75} className="fill-amber-fill text-amber-mark" aria-hidden="true" />
  ),
};
