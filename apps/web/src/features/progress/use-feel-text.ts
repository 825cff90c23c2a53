import { useTranslations } from "use-intl";
import type { FeelStatement } from "./feel-statement";

/** The statements as text. Says what changed and how sure that is, never why. */
export function useFeelText() {
  const t = useTranslations("progress.says");
  const windowName = useTranslations("progress.window");

  function sentence(statement: FeelStatement): string {
    switch (statement.kind) {
      case "notEnoughRuns":
        return t("notEnoughRuns", { runs: statement.runs, needed: statement.needed });
      case "notEnoughInWindow":
        return t("notEnoughInWindow", { ...statement, window: windowName(statement.window) });
      case "clear":
      case "perhaps":
      case "noClearChange":
        return t(statement.kind, { ...statement, window: windowName(statement.window) });
      case "nothing":
        return "";
      default:
        return t(statement.kind);
    }
  }
  return (statements: readonly FeelStatement[]) => statements.map(sentence).filter(Boolean).join(" ");
}
