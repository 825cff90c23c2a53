import { SIDES, TEST_FACTS, type Side } from "@legwork/core/exercise";
import type { StrengthTest } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button";
import { SectionTitle } from "@/ui/screen-title";
import { Stepper } from "@/ui/stepper";
import { TestFindings } from "./test-findings";
import type { Tests } from "./use-tests";

/** Above every honest score of a test without a cap. Our own number. */
const SCORE_MAX = 200;
/** Seconds go up in fives; the number itself can be typed. Our own number. */
const SECONDS_STEP = 5;

/** One test: how it is done, both sides, and what it says. */
export function TestEntry({ test, tests }: { test: StrengthTest; tests: Tests }) {
  const t = useTranslations("tests");
  const { scores, enter } = tests;
  const entered = SIDES.some((side) => scores[side][test] !== undefined);
  return (
    <section>
      <SectionTitle
        aside={
          entered && (
            <Button look="text" aria-label={t("clear", { test: t(`${test}.name`) })} onClick={() => enter(test, null)}>
              {t("clearShort")}
            </Button>
          )
        }
      >
        {t(`${test}.name`)}
      </SectionTitle>
      <p className="text-row text-ink2">{t(`${test}.how`)}</p>
      <div className="mt-3 grid grid-cols-2 gap-2">
        {SIDES.map((side) => (
          <ScoreStepper key={side} test={test} side={side} tests={tests} />
        ))}
      </div>
      <TestFindings test={test} tests={tests} />
    </section>
  );
}

function ScoreStepper({ test, side, tests }: { test: StrengthTest; side: Side; tests: Tests }) {
  const t = useTranslations("tests");
  const { unit, cap } = TEST_FACTS[test];
  const score = tests.scores[side][test];
  const label = t("stepper", { test: t(`${test}.name`), side: t(side) });
  return (
    <div>
      <p className="mb-1 text-row" aria-hidden="true">
        {t(side)}
      </p>
      <Stepper
        label={label}
        decreaseLabel={`${label}: ${t("less")}`}
        increaseLabel={`${label}: ${t("more")}`}
        value={score ?? 0}
        {...(score === undefined ? { shown: t("none") } : {})}
        unit={t(`unit.${unit}`)}
        min={0}
        max={cap ?? SCORE_MAX}
        step={unit === "seconds" ? SECONDS_STEP : 1}
        onChange={(value) => tests.enter(test, { [side]: value })}
      />
    </div>
  );
}
