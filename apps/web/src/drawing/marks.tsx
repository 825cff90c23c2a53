import { useId } from "react";
import { HatchPattern } from "./hatch";

export type Verdict = "fits" | "possible" | "breaks";

/** May it stand there: ink disc with a check, half an amber disc, hatched disc with a bar. */
export function VerdictMark({ verdict, size = 24 }: { verdict: Verdict; size?: number }) {
  const pattern = useId();
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" className="shrink-0" aria-hidden="true">
      {verdict === "fits" && (
        <>
          <circle cx="12" cy="12" r="10.5" fill="var(--ink)" />
          <path
            d="m7.4 12.3 3.2 3.2 6-6.6"
            fill="none"
            stroke="var(--paper)"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
      {verdict === "possible" && (
        <>
          <circle cx="12" cy="12" r="9.75" fill="none" stroke="var(--amber)" strokeWidth="1.5" />
          <path d="M12 2.25a9.75 9.75 0 0 1 0 19.5Z" fill="var(--amber)" />
        </>
      )}
      {verdict === "breaks" && (
        <>
          <HatchPattern id={pattern} every={4} weight={0.9} />
          <circle cx="12" cy="12" r="10" fill={`url(#${pattern})`} stroke="var(--line)" strokeWidth="1.5" />
          <path d="M7 12h10" stroke="var(--ink)" strokeWidth="2.25" strokeLinecap="round" />
        </>
      )}
    </svg>
  );
}
