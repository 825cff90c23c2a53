import { ChoicesScreen } from "@/features/records";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["account", "records"]}>
      <ChoicesScreen />
    </WithWords>
  );
}
