import { ScreenSkeleton } from "@/ui/screen";

export function ProgressScreen() {
  return <ScreenSkeleton />;
}
