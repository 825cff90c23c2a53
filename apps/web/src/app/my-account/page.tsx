import { MyAccountScreen } from "@/features/account";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["account"]}>
      <MyAccountScreen />
    </WithWords>
  );
}
