import { Suspense } from "react";
import { HistoryScreen } from "@/features/records";
import { WithWords } from "@/i18n/intl";
import { ScreenSkeleton } from "@/ui/screen";

export default function Page() {
  return (
    <Suspense fallback={<ScreenSkeleton />}>
      <WithWords of={["account", "records"]}>
        <HistoryScreen />
      </WithWords>
    </Suspense>
  );
}
