import { SafetyScreen } from "@/features/settings";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["records", "settings"]}>
      <SafetyScreen />
    </WithWords>
  );
}
