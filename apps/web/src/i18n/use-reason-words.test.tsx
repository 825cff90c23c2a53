// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import type { LocalDate } from "@legwork/core/calendar";
import type { Reason } from "@legwork/core/placement";
import { base } from "./en";
import { useReasonWords, useShortfallWords } from "./use-reason-words";

const reason: Reason = {
  rule: "C1",
  code: "tooCloseToKey",
  found: 12.7,
  needed: 36,
  legLoad: "heavy",
  run: { id: "run", kind: "key", date: "2026-03-04" as LocalDate },
};

function wrapper({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en-GB" messages={base} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}

test("the hours of a reason stay on one line with their unit", () => {
  const { result } = renderHook(useReasonWords, { wrapper });
  expect(result.current(reason)).toBe("13\u00a0h before Wednesday’s key run; heavy legs need 36\u00a0h.");
});

test("a shortfall says what was given up, what stands in the way, and what would make room", () => {
  const { result } = renderHook(useShortfallWords, { wrapper });
  const freeing = { change: "minutes", day: "mon", minutes: 30 } as const;
  expect(result.current({ slot: "B", asked: "B", instead: "L", reason, freeing })).toBe(
    "Light legs in place of session B. " +
      "What stands in the way: 13\u00a0h before Wednesday’s key run; heavy legs need 36\u00a0h. " +
      "With 30\u00a0min on Monday there would be more room.",
  );
});
