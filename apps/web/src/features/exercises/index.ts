export { ExercisesScreen } from "./exercises-screen";
