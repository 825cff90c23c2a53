import { StaySafeScreen } from "@/features/safety";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["safety", "safetyScreen"]}>
      <StaySafeScreen />
    </WithWords>
  );
}
