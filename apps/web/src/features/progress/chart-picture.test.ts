// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { chartPicture } from "./chart-picture";

function chart(): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("width", "350");
  svg.setAttribute("height", "100");
  svg.innerHTML = '<rect fill="var(--strength)" width="10" height="10"/>';
  return svg;
}
const colours: Readonly<Record<string, string>> = { "--paper": "#faf8f4", "--ink": "#1b1d21", "--strength": "#7440c4" };
const draw = (summary: string) =>
  chartPicture(chart(), { title: "Run <feel>", summary, colour: (name) => colours[name] ?? "none" });

test("the drawing stands alone: every colour is written out", () => {
  expect(draw("A sentence.")).not.toContain("var(");
  expect(draw("A sentence.")).toContain("#7440c4");
});

test("title and sentence are text, never markup", () => {
  expect(draw("5 < 6 & 7")).toContain("5 &lt; 6 &amp; 7");
  expect(draw("x")).toContain("Run &lt;feel&gt;");
});

test("a long sentence is broken into lines, and the chart moves down by as many", () => {
  const words = Array.from({ length: 40 }, () => "word").join(" ");
  const lines = draw(words).match(/<tspan/g)?.length ?? 0;
  expect(lines).toBe(4);
  expect(draw(words)).toContain(`translate(20 ${20 + 32 + 4 * 20 + 12})`);
});
