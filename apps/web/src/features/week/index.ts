export { WeekScreen } from "./week-screen";
