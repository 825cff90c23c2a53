import { SquadScreen } from "@/features/coach";

export default function Page() {
  return <SquadScreen />;
}
