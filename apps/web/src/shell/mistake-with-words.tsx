import type { ComponentProps } from "react";
import { WithWords } from "@/i18n/intl";
import { MistakeCard } from "./mistake-card";

/** The card on a page that has not brought its words. */
export function MistakeWithWords(props: ComponentProps<typeof MistakeCard>) {
  return (
    <WithWords of={WORDS}>
      <MistakeCard {...props} />
    </WithWords>
  );
}

const WORDS = ["attention", "attentionCard"] as const;
