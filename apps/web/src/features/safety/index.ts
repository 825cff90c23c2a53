export { StaySafeScreen } from "./stay-safe-screen";
