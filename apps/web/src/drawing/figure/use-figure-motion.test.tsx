// @vitest-environment happy-dom
import { render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ExerciseFigure } from "./exercise-figure";

type Seen = (entries: { isIntersecting: boolean }[]) => void;

let seen: Seen = () => undefined;
let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(tell: Seen) {
        seen = tell;
      }
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("requestAnimationFrame", (draw: FrameRequestCallback) => frames.push(draw));
  vi.stubGlobal("cancelAnimationFrame", () => void (frames = []));
});
afterEach(() => void vi.unstubAllGlobals());

test("a figure that came and went while the phone was busy asks for no more frames", () => {
  render(<ExerciseFigure exercise="P1.3" pattern="P1" moving />);
  seen([{ isIntersecting: true }]);
  expect(frames).toHaveLength(1);
  seen([{ isIntersecting: true }, { isIntersecting: false }]);
  expect(frames).toEqual([]);
});
