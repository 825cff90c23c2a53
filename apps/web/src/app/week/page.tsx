import { WeekScreen } from "@/features/week";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["week"]}>
      <WeekScreen />
    </WithWords>
  );
}
