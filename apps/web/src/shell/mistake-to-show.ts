import type { Mistake, MistakeName } from "@legwork/core/attention";

export type MistakeScreen = "today" | "progress";

/** What cannot wait until Progress is opened: it changes what is done today or this week. */
const FOR_TODAY: readonly MistakeName[] = ["tooMuchTooSoon", "strengthVanishing"];

interface Situation {
  readonly screen: MistakeScreen;
  /** Whether the runner wants to hear no more this week. */
  readonly isRead: boolean;
}

/** The one that a screen shows, most helpful first; null on a quiet week. */
export function mistakeToShow(mistakes: readonly Mistake[], { screen, isRead }: Situation): Mistake | null {
  const [first] = mistakes;
  if (first === undefined || isRead) return null;
  return screen === "progress" || FOR_TODAY.includes(first.mistake) ? first : null;
}

export interface ActionRow {
  readonly href: "/week" | "/around";
  /** Key of its label. */
  readonly label: "week" | "minutes";
}

/** Where one tap helps; null where doing less is the help. A session is seen in its week, where it can be moved as well. */
export function actionRow({ action }: Mistake): ActionRow | null {
  if (action === null) return null;
  return action.to === "minutes" ? { href: "/around", label: "minutes" } : { href: "/week", label: "week" };
}
