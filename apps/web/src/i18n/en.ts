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
  adaptation: () => import("@legwork/core/messages/en/adaptation"),
  around: () => import("./en/around.json"),
  attention: () => import("@legwork/core/messages/en/attention"),
  attentionCard: () => import("./en/attention-card.json"),
  coach: () => import("./en/coach.json"),
  decision: () => import("./en/decision.json"),
  exercise: () => import("@legwork/core/messages/en/exercise"),
  exercises: () => import("./en/exercises.json"),
  library: () => import("@legwork/core/messages/en/library"),
  libraryPage: () => import("./en/library.json"),
  notices: () => import("./en/notices.json"),
  onboarding: () => import("./en/onboarding.json"),
  progress: () => import("./en/progress.json"),
  records: () => import("./en/records.json"),
  runLog: () => import("./en/run.json"),
  safety: () => import("@legwork/core/messages/en/safety"),
  safetyScreen: () => import("./en/safety-screen.json"),
  session: () => import("./en/session.json"),
  settings: () => import("./en/settings.json"),
  tests: () => import("./en/tests.json"),
  week: () => import("./en/week.json"),
};
