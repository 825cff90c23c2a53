import { ProgressScreen } from "@/features/progress";

export default function Page() {
  return <ProgressScreen />;
}
