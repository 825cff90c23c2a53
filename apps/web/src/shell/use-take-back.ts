import type { Decision } from "@legwork/core/adaptation";
import { useTranslations } from "use-intl";
import { useAdjustments } from "@/data";
import { showToast } from "@/ui/toast";

/** Takes a decision of the app back, or puts it back, says so and offers the way back. */
export function useTakeBack(): (decision: Decision, options: { readonly again: boolean }) => Promise<void> {
  const t = useTranslations("decision");
  const adjustments = useAdjustments();
  return async ({ id }, options) => {
    const undo = await adjustments.takeBack(id, options);
    showToast(t(options.again ? "backAgain" : "undone"), () => void undo());
  };
}
