import { ScreenSkeleton } from "@/ui/screen";

export function AccountScreen() {
  return <ScreenSkeleton />;
}

export function InvitationScreen() {
  return <ScreenSkeleton />;
}
