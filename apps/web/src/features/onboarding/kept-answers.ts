import { NO_ANSWERS, type Answers } from "./answers";

const STORAGE_KEY = "legwork.onboarding";

/** What was answered before the app was closed in the middle; null when nothing was, or it cannot be read. */
export function keptAnswers(): Answers | null {
  try {
    const text = localStorage.getItem(STORAGE_KEY);
    return text === null ? null : { ...NO_ANSWERS, ...(JSON.parse(text) as Partial<Answers>) };
  } catch {
    // Forbidden or damaged storage: the runner begins again.
    return null;
  }
}

export function keepAnswers(answers: Answers) {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(answers));
  } catch {
    // Not kept: closing the app in the middle then costs two minutes.
  }
}

export function forgetAnswers() {
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Nothing was kept then either.
  }
}
