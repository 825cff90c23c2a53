import { useTranslations } from "use-intl";
import { problemCode } from "./ask-server";

const SAID = [
  "wrongPassword",
  "wrongCode",
  "weakPassword",
  "noMailServer",
  "accountDeleted",
  "emailTaken",
  "offline",
  "tooManyRequests",
  "invalidRequest",
  "signInNeeded",
  "notFound",
  "invitationUsed",
  "invitationExpired",
  "wrongOrigin",
  "unavailable",
  "updateNeeded",
] as const;

/** What went wrong with a request, as a sentence in the reader's language that says what to do. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations("account.problem");
  return (error) => {
    const code = problemCode(error);
    return t(SAID.find((each) => each === code) ?? "other");
  };
}
