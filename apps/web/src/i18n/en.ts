import placement from "@legwork/core/messages/en/placement";
import programme from "@legwork/core/messages/en/programme";
import run from "@legwork/core/messages/en/run";
import drawing from "./en/drawing.json";
import shell from "./en/shell.json";
import today from "./en/today.json";
import ui from "./en/ui.json";

/** Words that every screen needs, loaded with the first one. */
export const base = { drawing, placement, programme, run, shell, today, ui };

/** Words of single screens, loaded with them. */
export const parts = {
  account: () => import("./en/account.json"),
  around: () => import("./en/around.json"),
  attention: () => import("@legwork/core/messages/en/attention"),
  attentionCard: () => import("./en/attention-card.json"),
  coach: () => import("./en/coach.json"),
  exercise: () => import("@legwork/core/messages/en/exercise"),
  onboarding: () => import("./en/onboarding.json"),
  progress: () => import("./en/progress.json"),
  runLog: () => import("./en/run.json"),
  session: () => import("./en/session.json"),
  settings: () => import("./en/settings.json"),
  week: () => import("./en/week.json"),
};
