export { AroundScreen } from "./around-screen";
