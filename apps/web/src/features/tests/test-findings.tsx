import { calfRaiseNorm, compareTests, readTests, TEST_FACTS, type TestChange } from "@legwork/core/exercise";
import type { StrengthTest, StrengthTestFields } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { useDates } from "@/i18n/use-dates";
import type { Tests } from "./use-tests";

/** What one test says: the earlier scores, how each side changed, which side begins, and what is usual. */
export function TestFindings({ test, tests }: { test: StrengthTest; tests: Tests }) {
  const t = useTranslations("tests");
  const now = readTests(tests.scores);
  const changes =
    tests.earlier === null ? [] : compareTests(readTests(tests.earlier), now).filter((each) => each.test === test);
  const weak = now[test]?.startWith ?? null;
  const norm = test === "calfRaise" ? calfRaiseNorm(tests.age) : null;
  return (
    <div className="mt-2 space-y-1 text-row">
      {tests.earlier !== null && <Earlier test={test} earlier={tests.earlier} />}
      {changes.map((change) => (
        <Change key={change.side} change={change} />
      ))}
      {weak !== null && <p className="font-strong">{t("weakSide", { side: weak })}</p>}
      {norm !== null && now[test] !== undefined && (
        <p className="text-ink2">{t("norm", { ...norm, decade: Math.floor((tests.age ?? 0) / 10) * 10 })}</p>
      )}
    </div>
  );
}

function Earlier({ test, earlier }: { test: StrengthTest; earlier: StrengthTestFields }) {
  const t = useTranslations("tests");
  const dates = useDates();
  const { left, right } = { left: earlier.left[test], right: earlier.right[test] };
  if (left === undefined && right === undefined) return null;
  return (
    <p className="text-ink2">
      {t("earlier", {
        date: dates.dayMonth(earlier.date),
        left: String(left ?? t("none")),
        right: String(right ?? t("none")),
      })}
    </p>
  );
}

function Change({ change: { test, side, change, withinError } }: { change: TestChange }) {
  const t = useTranslations("tests");
  const { unit, error } = TEST_FACTS[test];
  if (change === 0) return <p>{t("change.same", { side })}</p>;
  const said = { side, unit, count: Math.abs(change), close: String(withinError), error: error ?? 0 };
  return <p>{change > 0 ? t("change.more", said) : t("change.fewer", said)}</p>;
}
