import { ScreenSkeleton } from "@/ui/screen";

export function SquadScreen() {
  return <ScreenSkeleton />;
}
