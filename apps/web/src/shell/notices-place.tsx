import { Suspense, useEffect, useState, type ComponentType } from "react";

/** Room for what concerns the whole app. No first screen waits for it. */
export function NoticesPlace() {
  const [Notices, setNotices] = useState<ComponentType | null>(null);
  useEffect(() => {
    // Without a signal for the file the screen stands without them.
    import("./shell-notices").then(({ ShellNotices }) => setNotices(() => ShellNotices)).catch(() => undefined);
  }, []);
  if (Notices === null) return null;
  return (
    <Suspense fallback={null}>
      <Notices />
    </Suspense>
  );
}
