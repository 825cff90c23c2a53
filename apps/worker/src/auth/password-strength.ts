import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { ProblemError } from "../problem";

/** Whom a password is for: nothing of this may be what makes it up. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/** Guesses below which a password falls to somebody who keeps trying, as powers of ten; 6 is zxcvbn's own bound of "very guessable". */
const GUESSES_LOG10_MIN = 6;
/** How much of a password is judged: the estimate of all 128 letters takes a second, of these some milliseconds. Our own choice. */
const JUDGED_LENGTH = 24;
/** Words that anybody would try here first. */
const WORDS_OF_HERE = ["legwork", "runner", "running", "strength", "training", "coach", "squad", "marathon"];

/** Throws `weakPassword` for one that is on the lists of leaked passwords, or as easy to guess as those. Nothing leaves this process. */
export async function refuseWeakPassword(password: string, { email, name }: PasswordOwner): Promise<void> {
  const estimator = await loadEstimator();
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const names = [
    email,
    local,
    domain,
    domain.split(".")[0] ?? "",
    name,
    ...name.split(/\s+/),
    ...local.split(/[.+_-]/),
  ];
  const known = [
    ...new Set(names.map((word) => word.toLowerCase()).filter((word) => word.length > 1)),
    ...WORDS_OF_HERE,
  ];
  const { guessesLog10 } = estimator.check(password.slice(0, JUDGED_LENGTH), known);
  if (guessesLog10 >= GUESSES_LOG10_MIN) return;
  throw new ProblemError("weakPassword", {
    at: "password",
    detail:
      "This password is among the first that would be tried. Take three or four words that do not belong together.",
  });
}

let loading: Promise<ZxcvbnFactory> | null = null;

// Its word lists take 7 MB and 80 ms: only a server where somebody chooses a password pays that.
function loadEstimator(): Promise<ZxcvbnFactory> {
  loading ??= Promise.all([import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common")]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) =>
      new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }),
  );
  return loading;
}
