import { Suspense } from "react";
import { InvitationScreen } from "@/features/account";
import { ScreenSkeleton } from "@/ui/screen";

export default function Page() {
  return (
    <Suspense fallback={<ScreenSkeleton fullScreen />}>
      <InvitationScreen />
    </Suspense>
  );
}
