import { ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { LegLoadBar } from "@/drawing/leg-load-bar";
import { Logo } from "@/drawing/logo";
import { Plate } from "@/drawing/plate";
import { RunGlyph } from "@/drawing/run-glyph";
import { Button, ButtonLink } from "@/ui/button";
import { Screen } from "@/ui/screen";
import { WelcomeLanes } from "./welcome-lanes";

export function WelcomeStep({ onBegin }: { onBegin: () => void }) {
  const t = useTranslations("onboarding");
  return (
    <Screen
      fullScreen
      footer={
        <div className="flex flex-col gap-2">
          <Button
            size={64}
            wide
            onClick={onBegin}
            iconAfter={<ArrowRight size={24} strokeWidth={1.75} aria-hidden="true" />}
          >
            {t("begin")}
          </Button>
          <ButtonLink look="text" href="/account" wide>
            {t("haveAccount")}
          </ButtonLink>
          <ButtonLink look="text" href="/about-data" wide>
            {t("haveFile")}
          </ButtonLink>
        </div>
      }
    >
      <div className="flex items-center gap-3 pt-8">
        <Logo width={44} />
        <span className="text-section font-title [font-stretch:112%]">Legwork</span>
      </div>
      <h1 className="type-title mt-10 max-w-[14em] text-balance">{t("welcome.title")}</h1>
      <p className="mt-3 text-body text-ink2">{t("welcome.below")}</p>
      <WelcomeLanes />
      <ul className="space-y-3 text-row">
        <li className="flex items-center gap-4">
          <span className="flex w-9 justify-center">
            <RunGlyph kind="key" size={20} />
          </span>
          {t("welcome.where")}
        </li>
        <li className="flex items-center gap-4">
          <span className="flex w-9 justify-center">
            <LegLoadBar load="heavy" />
          </span>
          {t("welcome.howMuch")}
        </li>
        <li className="flex items-center gap-4">
          <Plate letter="A" state="done" width={36} height={26} />
          {t("welcome.kept")}
        </li>
      </ul>
    </Screen>
  );
}
