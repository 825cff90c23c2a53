export { AccountScreen } from "./account-screen";
export { InvitationScreen } from "./invitation-screen";
export { MyAccountScreen } from "./my-account-screen";
