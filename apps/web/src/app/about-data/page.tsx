import { SafetyScreen } from "@/features/settings";

export default function Page() {
  return <SafetyScreen />;
}
