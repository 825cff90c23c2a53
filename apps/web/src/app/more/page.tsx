import { MoreScreen } from "@/features/settings";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["account", "records", "settings"]}>
      <MoreScreen />
    </WithWords>
  );
}
