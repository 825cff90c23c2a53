import { LibraryScreen } from "@/features/library";
import { WithWords } from "@/i18n/intl";

export default function Page() {
  return (
    <WithWords of={["library", "libraryPage", "exercise", "safety"]}>
      <LibraryScreen />
    </WithWords>
  );
}
