import type { ReactNode } from "react";

function NavIcon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const TodayIcon = () => (
  <NavIcon>
    <rect x="4" y="6.5" width="16" height="11" rx="5.5" />
    <circle cx="12" cy="12" r="1.8" fill="currentColor" />
    <path d="M12 4v2.5M12 17.5V20" />
  </NavIcon>
);

export const WeekIcon = () => (
  <NavIcon>
    <path d="M4 5v14M8 5v14M12 5v14M16 5v14M20 5v14" />
  </NavIcon>
);

export const ProgressIcon = () => (
  <NavIcon>
    <path d="M4 20h16M4.5 14.5c2-3.5 3.5-4.5 5-3.5s2.5 2 4 .5 2.5-5 6-6" />
  </NavIcon>
);

export const MoreIcon = () => (
  <NavIcon>
    <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth="4" />
  </NavIcon>
);

export const SquadIcon = () => (
  <NavIcon>
    <path d="M4 6.5h10M4 12h10M4 17.5h16M19 4.5v6M19 13.6v.01" />
  </NavIcon>
);
