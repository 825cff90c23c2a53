import { OnboardingScreen } from "@/features/onboarding";

export default function Page() {
  return <OnboardingScreen />;
}
