import { ProgressScreen } from "@/features/progress";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["progress", "attention", "attentionCard"]}>
      <ProgressScreen />
    </WithWords>
  );
}
