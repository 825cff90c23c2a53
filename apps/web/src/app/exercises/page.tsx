import { ExercisesScreen } from "@/features/exercises";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["exercise", "exercises", "safety"]}>
      <ExercisesScreen />
    </WithWords>
  );
}
