import { AccountScreen } from "@/features/account";

export default function Page() {
  return <AccountScreen />;
}
