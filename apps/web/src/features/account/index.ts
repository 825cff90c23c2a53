export { AccountScreen } from "./account-screen";
export { InvitationScreen } from "./invitation-screen";
