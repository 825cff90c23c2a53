import { expect, test } from "vitest";
import { isInSession, pagePath } from "./page-path";

test("a page is kept under one address, however it is asked for", () => {
  expect(["/week", "/week/", "/week.html"].map(pagePath)).toEqual(["/week", "/week", "/week"]);
  expect(["/", "/index.html", "//"].map(pagePath)).toEqual(["/", "/", "/"]);
});

test("only the page of a session counts as one", () => {
  expect(isInSession("/session/")).toBe(true);
  expect(isInSession("/sessions")).toBe(false);
  expect(isInSession("/")).toBe(false);
});
