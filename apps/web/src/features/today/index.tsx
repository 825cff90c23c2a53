import { ScreenSkeleton } from "@/ui/screen";

export function TodayScreen() {
  return <ScreenSkeleton />;
}
