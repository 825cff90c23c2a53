import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/button";
import { classNames } from "@/ui/class-names";
import { Screen } from "@/ui/screen";

export const STEPS = ["welcome", "week", "kit", "safety", "limits", "result"] as const;
export type Step = (typeof STEPS)[number];

interface StepFrameProps {
  readonly step: Step;
  readonly onBack: () => void;
  readonly title: string;
  readonly below: ReactNode;
  readonly children: ReactNode;
  readonly footer: ReactNode;
}

/** The frame of one question: back, how far, what is asked. */
export function StepFrame({ step, onBack, title, below, children, footer }: StepFrameProps) {
  const t = useTranslations("onboarding");
  const number = STEPS.indexOf(step) + 1;
  return (
    <Screen fullScreen footer={footer}>
      <header className="grid h-14 grid-cols-[48px_1fr_48px] items-center pt-1">
        <IconButton label={t("back")} onClick={onBack} className="-ml-3">
          <ChevronLeft size={24} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        <span className="flex items-center justify-center gap-1.5" aria-hidden="true">
          {STEPS.map((each, index) => (
            <span
              key={each}
              className={classNames(
                "h-[5px] rounded-full",
                each === step ? "w-[26px]" : "w-3.5",
                index < number ? "bg-ink" : "border border-line",
              )}
            />
          ))}
        </span>
        <span className="text-right text-row whitespace-nowrap text-ink2">
          {t("stepOf", { step: number, steps: STEPS.length })}
        </span>
      </header>
      <h1 className="type-title">{title}</h1>
      <p className="mt-1 mb-3 text-row text-ink2">{below}</p>
      {children}
    </Screen>
  );
}
