import dynamic from "next/dynamic";

/** The figure, loaded a moment after the words; whoever shows it keeps its place free. */
export const LazyFigure = dynamic(() => import("./exercise-figure").then((module) => module.ExerciseFigure), {
  ssr: false,
});
