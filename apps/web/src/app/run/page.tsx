import { Suspense } from "react";
import { RunScreen } from "@/features/run";
import { WithWords } from "@/i18n/intl";
import { ScreenSkeleton } from "@/ui/screen";

export default function Page() {
  return (
    <WithWords of={["runLog", "safety"]}>
      <Suspense fallback={<ScreenSkeleton fullScreen />}>
        <RunScreen />
      </Suspense>
    </WithWords>
  );
}
