import { Suspense } from "react";
import { RunScreen } from "@/features/run";
import { ScreenSkeleton } from "@/ui/screen";

export default function Page() {
  return (
    <Suspense fallback={<ScreenSkeleton fullScreen />}>
      <RunScreen />
    </Suspense>
  );
}
