import { ScreenSkeleton } from "@/ui/screen";

export function WeekScreen() {
  return <ScreenSkeleton />;
}
