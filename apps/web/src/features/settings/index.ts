export { MoreScreen } from "./more-screen";
export { SafetyScreen } from "./safety-screen";
