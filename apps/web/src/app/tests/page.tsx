import { TestsScreen } from "@/features/tests";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["tests"]}>
      <TestsScreen />
    </WithWords>
  );
}
