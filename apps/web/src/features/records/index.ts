export { ChoicesScreen } from "./choices-screen";
export { HistoryScreen } from "./history-screen";
