import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type ScreenWidth = "reading" | "wide";

interface ScreenProps {
  readonly children: ReactNode;
  /** Reading holds one column of 640; wide fills the desk. */
  readonly width?: ScreenWidth;
  /** Takes the whole phone: no bar, no rail. */
  readonly fullScreen?: boolean;
  /** Stays at the lower edge; the content scrolls behind it with room to end above it. */
  readonly footer?: ReactNode;
  readonly busy?: boolean;
}

/** The frame of every screen: gutter, width, and room for the bars. */
export function Screen({ children, width = "reading", fullScreen = false, footer, busy = false }: ScreenProps) {
  const column = classNames(
    "mx-auto w-full px-5 desk:px-7",
    width === "reading" && "max-w-[600px]",
    width === "wide" && "max-w-[1320px]",
  );
  return (
    <main
      data-full-screen={fullScreen ? "" : undefined}
      aria-busy={busy || undefined}
      className={classNames(
        "flex min-h-dvh flex-col pt-[env(safe-area-inset-top)]",
        !fullScreen && "pb-19 desk:pb-0 desk:pl-19",
      )}
    >
      <div className={classNames(column, "grow pb-6")}>{children}</div>
      {footer !== undefined && (
        <div
          className={classNames(
            "sticky z-10 bg-paper pt-2",
            fullScreen
              ? "bottom-0 pb-[calc(16px+env(safe-area-inset-bottom))]"
              : "bottom-19 pb-3 desk:bottom-0 desk:pb-6",
          )}
        >
          <div className={column}>{footer}</div>
        </div>
      )}
    </main>
  );
}

/** What stands there before the first data: the shape of a screen, never a spinner. */
export function ScreenSkeleton({ fullScreen = false, width }: { fullScreen?: boolean; width?: ScreenWidth }) {
  return (
    <Screen fullScreen={fullScreen} busy {...(width === undefined ? {} : { width })}>
      <div className="space-y-4 pt-6" aria-hidden="true">
        <div className="h-8 w-40 rounded-tile bg-sunk" />
        <div className="h-5 w-56 rounded-tile bg-sunk" />
        <div className="mt-6 h-41 border-y border-rule" />
        <div className="h-14 w-32 rounded-tile bg-sunk" />
        <div className="h-5 w-full rounded-tile bg-sunk" />
        <div className="h-5 w-3/4 rounded-tile bg-sunk" />
      </div>
    </Screen>
  );
}
