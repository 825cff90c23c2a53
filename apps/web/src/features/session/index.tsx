import { ScreenSkeleton } from "@/ui/screen";

export function SessionScreen() {
  return <ScreenSkeleton />;
}
