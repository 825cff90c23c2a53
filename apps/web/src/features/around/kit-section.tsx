import { KITS, type Kit } from "@legwork/core/exercise";
import { useTranslations } from "use-intl";
import { ExperienceChoice, RegularRunnerToggle, type Experience } from "@/ui/experience-choice";
import { SectionTitle } from "@/ui/screen-title";
import { WeightChips } from "@/ui/weight-chips";
import type { Owned } from "@/ui/weights";
import { ChoiceGroup } from "./choice-group";
import type { SectionProps } from "./section-props";

const NONE_OWNED = {};

/** Kit, owned weights, and what the runner brings. */
export function KitSection({ programme, change }: SectionProps) {
  const t = useTranslations("around");
  const words = useTranslations("ui");
  const regular = programme.regularRunner ?? false;

  function chooseKit(kit: Kit) {
    if (kit === programme.kit) return;
    void change({ kit }, t("changed", { label: t("kit.kit"), value: t(`kit.${kit}`) }));
  }

  function own(grams: number, owned: Owned) {
    const patch = { [`weights/${grams}`]: owned === "none" ? null : owned };
    void change(patch, t("kit.weightChanged", { kg: grams / 1000, owned }));
  }

  function sayExperience(experience: Experience) {
    if (experience === programme.experience) return;
    const said = t("changed", { label: words("experience.title"), value: words(`experience.${experience}`) });
    void change({ experience }, said);
  }

  return (
    <section>
      <SectionTitle>{t("kit.title")}</SectionTitle>
      <div className="space-y-4 pt-2">
        <ChoiceGroup
          label={t("kit.kit")}
          options={KITS.map((kit) => ({ value: kit, text: t(`kit.${kit}`) }))}
          value={programme.kit}
          onChange={chooseKit}
        />
        {programme.kit === "dumbbells" && (
          <div>
            <h3 className="mb-1 text-body font-strong">{t("kit.weights")}</h3>
            <WeightChips owned={programme.weights ?? NONE_OWNED} onChange={own} />
          </div>
        )}
        <ExperienceChoice value={programme.experience ?? null} onChange={sayExperience} />
        <RegularRunnerToggle
          on={regular}
          onChange={(on) =>
            void change({ regularRunner: on }, t("switched", { label: words("regularRunner.label"), on: String(on) }))
          }
        />
      </div>
    </section>
  );
}
