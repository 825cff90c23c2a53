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

export type Rank = "today" | "thisWeek" | "goodToKnow";

/** How soon somebody needs a word. */
export function RankMark({ rank, size = 20 }: { rank: Rank; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" className="shrink-0" aria-hidden="true">
      {rank === "today" && (
        <>
          <path
            d="M10 2.2 18.6 17H1.4Z"
            fill="var(--amber-fill)"
            stroke="var(--amber)"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
          <path d="M10 7.2v4.6M10 14.4v.1" stroke="var(--amber-mark)" strokeWidth="1.9" strokeLinecap="round" />
        </>
      )}
      {rank === "thisWeek" && (
        <circle cx="10" cy="10" r="7" fill="var(--amber-fill)" stroke="var(--amber)" strokeWidth="1.5" />
      )}
      {rank === "goodToKnow" && <circle cx="10" cy="10" r="6.5" fill="none" stroke="var(--amber)" strokeWidth="1.75" />}
    </svg>
  );
}
