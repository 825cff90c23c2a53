import exercise from "@legwork/core/messages/en/exercise";
import placement from "@legwork/core/messages/en/placement";
import programme from "@legwork/core/messages/en/programme";
import run from "@legwork/core/messages/en/run";
import account from "./en/account.json";
import coach from "./en/coach.json";
import drawing from "./en/drawing.json";
import onboarding from "./en/onboarding.json";
import progress from "./en/progress.json";
import runLog from "./en/run.json";
import session from "./en/session.json";
import settings from "./en/settings.json";
import shell from "./en/shell.json";
import today from "./en/today.json";
import ui from "./en/ui.json";
import week from "./en/week.json";

/** English is complete and gives the keys their types; other languages must have the same keys. */
export const en = {
  account,
  coach,
  drawing,
  exercise,
  onboarding,
  placement,
  programme,
  progress,
  run,
  runLog,
  session,
  settings,
  shell,
  today,
  ui,
  week,
};
