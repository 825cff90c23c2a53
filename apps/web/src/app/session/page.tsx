import { Suspense } from "react";
import { SessionScreen } from "@/features/session";
import { WithWords } from "@/i18n/intl";
import { ScreenSkeleton } from "@/ui/screen";

export default function Page() {
  return (
    <WithWords of={["session", "exercise"]}>
      <Suspense fallback={<ScreenSkeleton fullScreen />}>
        <SessionScreen />
      </Suspense>
    </WithWords>
  );
}
