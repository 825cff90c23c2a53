import { useTranslations } from "use-intl";
import { FeelFace, type Feel } from "@/drawing/feel-face";
import { classNames } from "@/ui/class-names";

const FEELS: readonly Feel[] = [1, 2, 3, 4, 5];
/** How far each face stands above the ground's middle line, in pixels: heavy legs sink, light ones lift off. */
const LIFT_PX: Readonly<Record<Feel, number>> = { 1: -26, 2: -13, 3: 0, 4: 15, 5: 30 };

/** The word, the face and its height say the same. */
export function FeelQuestion({ value, onChange }: { value: Feel | null; onChange: (feel: Feel) => void }) {
  const t = useTranslations("runLog");
  return (
    <fieldset className="mt-5">
      <legend className="max-w-[330px] text-section font-strong">{t("question")}</legend>
      <div className="relative -mx-5 mt-8 px-4">
        <div className="absolute inset-x-0 top-14 h-[38px] border-t-[1.5px] border-ink bg-shade" aria-hidden="true" />
        <div className="relative grid grid-cols-5">
          {FEELS.map((feel) => (
            <label key={feel} className="group flex cursor-pointer flex-col items-center">
              <input
                type="radio"
                name="feel"
                className="peer sr-only"
                checked={value === feel}
                onChange={() => onChange(feel)}
              />
              <span
                className="mt-[30px] rounded-full group-has-focus-visible:outline-[2.5px] group-has-focus-visible:outline-offset-2 group-has-focus-visible:outline-ink"
                style={{ transform: `translateY(${-LIFT_PX[feel]}px)` }}
              >
                <FeelFace feel={feel} chosen={value === feel} />
              </span>
              <span
                className={classNames(
                  "mt-9 min-h-10 px-0.5 text-center text-row leading-[18px]",
                  value === feel ? "font-strong" : "",
                )}
              >
                {t(`feel.${feel}`)}
              </span>
            </label>
          ))}
        </div>
      </div>
      <output className="mt-2 block text-center text-row text-ink2">{t(`feelAbout.${value ?? "none"}`)}</output>
    </fieldset>
  );
}
