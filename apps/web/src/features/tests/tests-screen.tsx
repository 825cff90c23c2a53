"use client";

import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { STRENGTH_TESTS } from "@legwork/core/record";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Screen, ScreenSkeleton } from "@/ui/screen";
import { ScreenTitle } from "@/ui/screen-title";
import { ADULT } from "./age";
import { TestEntry } from "./test-entry";
import { useTests } from "./use-tests";

/** Five tests, entered by hand and each skippable, beside what they were before. */
export function TestsScreen() {
  const t = useTranslations("tests");
  const router = useRouter();
  const tests = useTests();
  if (!tests.ready) return <ScreenSkeleton />;
  const minor = tests.age !== null && tests.age < ADULT;
  const footer = (
    <Button size={56} wide disabled={!tests.changed} onClick={() => void tests.save()}>
      {t("save")}
    </Button>
  );
  return (
    <Screen {...(minor ? {} : { footer })}>
      <div className="-mx-3 flex h-12 items-center pt-1">
        <IconButton label={t("back")} onClick={() => router.back()}>
          <ArrowLeft size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      <ScreenTitle {...(minor ? {} : { below: t("below") })}>{t("title")}</ScreenTitle>
      {minor ? (
        <EmptyState title={t("minor.title")}>{t("minor.text")}</EmptyState>
      ) : (
        STRENGTH_TESTS.map((test) => <TestEntry key={test} test={test} tests={tests} />)
      )}
    </Screen>
  );
}
