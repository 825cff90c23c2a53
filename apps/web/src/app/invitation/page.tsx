import { Suspense } from "react";
import { InvitationScreen } from "@/features/account";
import { WithWords } from "@/i18n/intl";
import { ScreenSkeleton } from "@/ui/screen";

export default function Page() {
  return (
    <WithWords of={["account"]}>
      <Suspense fallback={<ScreenSkeleton fullScreen />}>
        <InvitationScreen />
      </Suspense>
    </WithWords>
  );
}
