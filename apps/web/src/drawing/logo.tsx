/** A track with its start line. */
export function Logo({ width = 40 }: { width?: number }) {
  return (
    <svg width={width} height={(width * 26) / 40} viewBox="0 0 40 26" fill="none" aria-hidden="true">
      <rect x="1.5" y="2.5" width="37" height="21" rx="10.5" stroke="var(--ink)" strokeWidth="2.5" />
      <rect x="9" y="9" width="22" height="8" rx="4" stroke="var(--ink)" strokeWidth="2.5" />
      <path d="M20 1v9.5" stroke="var(--key)" strokeWidth="3" />
    </svg>
  );
}
