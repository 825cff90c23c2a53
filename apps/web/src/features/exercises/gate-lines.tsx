import { gateOf, type ExerciseFacts } from "@legwork/core/exercise";
import { useTranslations } from "use-intl";
import { gateValues } from "./gate-values";
import { inSentence } from "./in-sentence";

/** What opens the next step; nothing on the highest one, and for what has no steps. */
export function GateLines({ facts: { pattern, rung } }: { facts: ExerciseFacts }) {
  const t = useTranslations("exercises");
  const texts = useTranslations("exercise");
  if (pattern === "PLYO" || pattern === "MOB" || rung === null) return null;
  const gate = gateOf(pattern, rung);
  if (gate === null) return null;
  const quality = gate.quality.map((each) => inSentence(texts(`quality.${each}`)));
  return (
    <p className="mt-1 text-row">
      {t("gate", { gate: texts(`gate.${pattern}`, gateValues(gate)) })}
      {quality.length > 0 && ` ${t("quality", { quality: quality.join("; ") })}`}
    </p>
  );
}
