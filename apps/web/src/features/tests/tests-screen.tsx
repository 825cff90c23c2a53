"use client";

import { STRENGTH_TESTS } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { useSafety } from "@/data";
import { BackRow } from "@/ui/back-row";
import { Button, ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { ADULT } from "./age";
import { TestEntry } from "./test-entry";
import { useTests } from "./use-tests";

/** Five tests, entered by hand and each skippable, beside what they were before. */
export function TestsScreen() {
  const t = useTranslations("tests");
  const tests = useTests();
  const { status, limits, boneWarning } = useSafety();
  if (!tests.ready || status === "loading") return <ScreenSkeleton />;
  const minor = tests.age !== null && tests.age < ADULT;
  // Tests go to the limit: nobody is asked to who may not begin a session.
  const waits = limits.blocked || boneWarning !== null;
  if (minor || waits) return <NoTests why={waits ? "waits" : "minor"} />;
  return (
    <Screen
      footer={
        <Button size={56} wide disabled={!tests.changed} onClick={() => void tests.save()}>
          {t("save")}
        </Button>
      }
    >
      <BackRow />
      <ScreenTitle below={t("below")}>{t("title")}</ScreenTitle>
      {STRENGTH_TESTS.map((test) => (
        <TestEntry key={test} test={test} tests={tests} />
      ))}
    </Screen>
  );
}

function NoTests({ why }: { why: "waits" | "minor" }) {
  const t = useTranslations("tests");
  const shell = useTranslations("shell.blocked");
  const answers = (
    <ButtonLink look="quiet" href="/safety">
      {shell("answers")}
    </ButtonLink>
  );
  return (
    <Screen>
      <BackRow />
      <ScreenTitle>{t("title")}</ScreenTitle>
      <EmptyState title={t(`${why}.title`)} {...(why === "waits" ? { actions: answers } : {})}>
        {t(`${why}.text`)}
      </EmptyState>
    </Screen>
  );
}
