import { createRoot } from "react-dom/client";
import { MOBILITY_MOVES, PATTERNS, RUNGS, SPRING_DRILLS, type ExerciseId, type Pattern } from "@legwork/core/exercise";
import { endMoment } from "@legwork/core/figure";
import messages from "@legwork/core/messages/en/exercise";
import { ExerciseFigure } from "@/drawing/figure/exercise-figure";
import { FigureDrawing } from "@/drawing/figure/figure-drawing";

const query = new URLSearchParams(location.hash.slice(1));
/** `end` draws only the end with its shadow, small. */
const small = query.get("show") === "end";
const wanted = query.get("of")?.split(",");

interface Drawn {
  readonly id: ExerciseId;
  readonly pattern: Pattern;
}

const exercises = PATTERNS.flatMap((pattern): readonly Drawn[] => {
  if (pattern === "PLYO") return SPRING_DRILLS.map((drill) => ({ id: `PLYO.${drill}` as const, pattern }));
  if (pattern === "MOB") return MOBILITY_MOVES.map((move) => ({ id: `MOB.${move}` as const, pattern }));
  return RUNGS.map((rung) => ({ id: `${pattern}.${rung}` as const, pattern }));
}).filter(({ id }) => wanted === undefined || wanted.some((start) => id.startsWith(start)));

/** Every exercise at its start, half way and at its end, for a person to look at and a test to measure. */
function Sheet() {
  return exercises.map(({ id, pattern }) => {
    const end = endMoment(id);
    return (
      <figure key={id} id={id}>
        <figcaption>{small ? id : `${id} ${nameOf(id)}`}</figcaption>
        {(small ? [end] : [0, end / 2, end]).map((moment) => (
          <FigureDrawing
            key={moment}
            exercise={id}
            pattern={pattern}
            moment={moment}
            shadow={moment === end && end > 0 ? "start" : "none"}
            lines={small ? "fine" : "bold"}
            label={nameOf(id)}
          />
        ))}
      </figure>
    );
  });
}

function nameOf(id: ExerciseId): string {
  const [pattern = "", rung = ""] = id.split(".");
  const texts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = messages;
  const text = texts[pattern]?.[rung];
  return typeof text === "object" && text !== null && "name" in text ? String(text.name) : id;
}

/** Moving figures, one below the other. */
function Moving({ ids }: { ids: readonly string[] }) {
  return exercises
    .filter(({ id }) => ids.includes(id))
    .map(({ id, pattern }) => (
      <figure key={id} id={id}>
        <ExerciseFigure exercise={id} pattern={pattern} label={nameOf(id)} moving />
      </figure>
    ));
}

const root = document.getElementById("sheet");
const moving = query.get("moving")?.split(",");
if (root !== null) createRoot(root).render(moving === undefined ? <Sheet /> : <Moving ids={moving} />);
