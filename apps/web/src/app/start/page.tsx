import { OnboardingScreen } from "@/features/onboarding";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["onboarding", "safety"]}>
      <OnboardingScreen />
    </WithWords>
  );
}
