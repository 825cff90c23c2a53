import { NowhereScreen } from "@/shell/nowhere-screen";

export default function NotFound() {
  return <NowhereScreen />;
}
