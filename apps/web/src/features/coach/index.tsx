export { SquadScreen } from "./squad-screen";
