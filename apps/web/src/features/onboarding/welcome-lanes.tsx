import { Hatch } from "@/drawing/hatch";
import { Plate } from "@/drawing/plate";
import { RunGlyph } from "@/drawing/run-glyph";

/** The idea of the product in one strip: runs, the protected stretch, strength beside it. Decoration. */
export function WelcomeLanes() {
  return (
    <div className="relative my-8 h-[92px] border-t-[1.5px] border-b border-t-ink border-b-line" aria-hidden="true">
      <div className="absolute inset-y-0" style={{ left: "12%", width: "19%" }}>
        <Hatch begins="left" />
      </div>
      {[1, 2, 3, 4, 5, 6].map((lane) => (
        <span key={lane} className="absolute inset-y-0 w-px bg-rule" style={{ left: `${(lane / 7) * 100}%` }} />
      ))}
      {(
        [
          ["easy", 2.4],
          ["key", 31],
          ["medium", 59.5],
          ["long", 73.8],
        ] as const
      ).map(([kind, left]) => (
        <span key={kind} className="absolute top-3" style={{ left: `${left}%` }}>
          <RunGlyph kind={kind} size={22} />
        </span>
      ))}
      <span className="absolute bottom-3 left-[1.5%]">
        <Plate letter="B" />
      </span>
      <span className="absolute bottom-3 left-[45%]">
        <Plate letter="A" state="done" />
      </span>
    </div>
  );
}
