import { ScreenSkeleton } from "@/ui/screen";

export function OnboardingScreen() {
  return <ScreenSkeleton />;
}
