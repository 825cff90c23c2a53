export { ProgressScreen } from "./progress-screen";
