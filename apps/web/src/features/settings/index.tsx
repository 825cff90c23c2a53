import { ScreenSkeleton } from "@/ui/screen";

export function MoreScreen() {
  return <ScreenSkeleton />;
}

export function SafetyScreen() {
  return <ScreenSkeleton />;
}
