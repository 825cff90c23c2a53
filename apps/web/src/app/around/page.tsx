import { AroundScreen } from "@/features/around";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["around"]}>
      <AroundScreen />
    </WithWords>
  );
}
