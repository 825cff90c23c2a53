import { WeekScreen } from "@/features/week";

export default function Page() {
  return <WeekScreen />;
}
