import { Suspense, useState } from "react";
import { morningAdvice, type Advice } from "@legwork/core/safety";
import { useTranslations } from "use-intl";
import { otherPains, useSafety, useToday, useWriteRecord } from "@/data";
import { WithWords } from "@/i18n/intl";
import { useAdviceWords, useSiteWords } from "@/i18n/use-advice-words";
import { Button } from "@/ui/button";
import { ScaleRow } from "@/ui/scale-row";
import { showToast } from "@/ui/toast";
import type { Morning } from "./morning";

interface MorningCardProps {
  readonly morning: Morning;
  /** The answer is on the disk; what it means is shown until the card is closed. */
  readonly onAnswered: () => void;
  readonly onSkip: () => void;
  readonly onClose: () => void;
}

/** How yesterday's pain is: a number, then whether it is worse. What that means is said, and then it is over. */
export function MorningCard(props: MorningCardProps) {
  return (
    <Suspense fallback={null}>
      <WithWords of={["safety"]}>
        <Card {...props} />
      </WithWords>
    </Suspense>
  );
}

function Card({ morning, onAnswered, onSkip, onClose }: MorningCardProps) {
  const t = useTranslations("today.morning");
  const siteWord = useSiteWords();
  const adviceWords = useAdviceWords();
  const today = useToday();
  const write = useWriteRecord();
  const before = otherPains(useSafety().health, morning.about);
  const [level, setLevel] = useState<number | null>(null);
  const [advice, setAdvice] = useState<readonly Advice[] | null>(null);
  const { report } = morning;

  async function answer(worse: boolean) {
    const patch = { ...(level === null ? {} : { morningPain: level }), morningWorse: worse };
    try {
      await write({ id: morning.id, kind: "health", patch });
    } catch {
      showToast(t("notSaved"));
      return;
    }
    const said = { ...(level === null ? {} : { pain: level }), worse };
    setAdvice(morningAdvice({ report, morning: said, today, before }));
    onAnswered();
  }

  return (
    <section className="mt-4 border-y border-rule pt-3 pb-2" aria-labelledby="morning">
      <h2 id="morning" className="text-body font-strong">
        {t("title")}
      </h2>
      <p className="text-row text-ink2">
        {report.site === undefined
          ? t("yesterday", { value: report.level })
          : t("yesterdayAt", { site: siteWord(report.site), value: report.level })}
      </p>
      {advice === null ? (
        <>
          <ScaleRow label={t("level")} hideLabel from={0} to={10} value={level} onChange={setLevel} />
          <div className="flex flex-wrap gap-2">
            <Button look="quiet" className="grow" onClick={() => void answer(false)}>
              {t("noWorse")}
            </Button>
            <Button look="quiet" className="grow" onClick={() => void answer(true)}>
              {t("worse")}
            </Button>
            <Button look="text" onClick={onSkip}>
              {t("skip")}
            </Button>
          </div>
        </>
      ) : (
        <output className="block space-y-2 pt-2 text-body">
          {advice.map((each) => (
            <p key={each.key}>{adviceWords(each)}</p>
          ))}
          <Button look="text" className="-mx-3" onClick={onClose}>
            {t("close")}
          </Button>
        </output>
      )}
    </section>
  );
}
