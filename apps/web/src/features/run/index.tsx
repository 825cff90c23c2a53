import { ScreenSkeleton } from "@/ui/screen";

export function RunScreen() {
  return <ScreenSkeleton />;
}
