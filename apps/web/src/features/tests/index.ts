export { TestsScreen } from "./tests-screen";
