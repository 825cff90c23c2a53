import { MoreScreen } from "@/features/settings";

export default function Page() {
  return <MoreScreen />;
}
