import { Suspense } from "react";
import { SessionScreen } from "@/features/session";
import { ScreenSkeleton } from "@/ui/screen";

export default function Page() {
  return (
    <Suspense fallback={<ScreenSkeleton fullScreen />}>
      <SessionScreen />
    </Suspense>
  );
}
