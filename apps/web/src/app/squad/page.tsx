import { SquadScreen } from "@/features/coach";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["coach", "progress"]}>
      <SquadScreen />
    </WithWords>
  );
}
