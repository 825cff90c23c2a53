/** Who asks. Mo is the runner whose data it is about; the coach has Mo in a squad. */
export const ROLES = [
  "anonymous",
  "runner",
  "otherRunner",
  "coach",
  "coachAfterRevoke",
  "coachOfOtherSquad",
  "deletedAccount",
] as const;
export type Role = (typeof ROLES)[number];

/**
 * What the asker gets. `yes`: what was asked for · `own`: an answer about themselves, nothing of Mo in it · `signIn`: 401 ·
 * `hidden`: the 404 of what does not exist, byte for byte · `taken`: 409, an id is in use · `gone`: 410, the account was deleted ·
 * `password`: asked for the password or the code, which only its owner has.
 */
export type Outcome = "yes" | "own" | "signIn" | "hidden" | "taken" | "gone" | "password";
type Row = Readonly<Record<Role, Outcome>>;

const everybody = (outcome: Outcome): Row => ({
  anonymous: outcome,
  runner: outcome,
  otherRunner: outcome,
  coach: outcome,
  coachAfterRevoke: outcome,
  coachOfOtherSquad: outcome,
  deletedAccount: outcome,
});
const signedIn = (outcome: Outcome): Row => ({ ...everybody(outcome), anonymous: "signIn", deletedAccount: "gone" });

/** Needs no account and holds nothing of anybody. */
const OPEN = everybody("own");
/** About whoever asks. */
const SELF: Row = { ...signedIn("own"), runner: "yes" };
const RUNNER_ONLY: Row = { ...signedIn("hidden"), runner: "yes" };
const RUNNER_AND_COACH: Row = { ...RUNNER_ONLY, coach: "yes" };
/** About the squad in which the coach has Mo. */
const ITS_COACH: Row = { ...signedIn("hidden"), coach: "yes" };
/** About whoever asks, and only with what they alone know; here everybody guesses. */
const KNOWS_THE_PASSWORD = signedIn("password");
/** An open invitation is for whoever holds its code. */
const WHO_HAS_THE_CODE: Row = { ...signedIn("own"), runner: "yes" };

/** Every route of the API, as the app names it. */
export const ROLE_MATRIX: Readonly<Record<string, Row>> = {
  "GET /api/health": OPEN,
  "GET /api/openapi.json": OPEN,
  "POST /api/plan/preview": OPEN,
  "POST /api/auth/sign-up/email": OPEN,
  "POST /api/auth/sign-in/email": OPEN,
  "POST /api/auth/sign-out": OPEN,
  "GET /api/auth/ways": OPEN,
  "POST /api/auth/codes": OPEN,
  "POST /api/auth/sign-in/code": OPEN,
  "POST /api/auth/new-password": OPEN,
  "POST /api/auth/confirm-email": OPEN,
  "GET /api/me": SELF,
  "DELETE /api/me": KNOWS_THE_PASSWORD,
  "POST /api/me/password": KNOWS_THE_PASSWORD,
  "POST /api/me/email": KNOWS_THE_PASSWORD,
  "POST /api/me/email/confirm": KNOWS_THE_PASSWORD,
  "GET /api/me/sessions": SELF,
  "DELETE /api/me/sessions": SELF,
  "DELETE /api/me/sessions/:session": RUNNER_ONLY,
  "POST /api/me/runner": { ...signedIn("taken"), runner: "yes" },
  "GET /api/me/grants": SELF,
  "DELETE /api/me/grants/:grantee": RUNNER_ONLY,
  "GET /api/squads": SELF,
  "POST /api/squads": SELF,
  "POST /api/squads/:squad/invitations": ITS_COACH,
  "GET /api/squads/:squad/runners": ITS_COACH,
  "DELETE /api/squads/:squad/runners/:runner": ITS_COACH,
  "GET /api/invitations/:code": WHO_HAS_THE_CODE,
  "POST /api/invitations/:code/accept": WHO_HAS_THE_CODE,
  "GET /api/me/export": SELF,
  "GET /api/pokes": SELF,
  "POST /api/runners/:runner/sync": RUNNER_AND_COACH,
  "POST /api/runners/:runner/manifest": RUNNER_AND_COACH,
  "GET /api/runners/:runner/records/:record/history": RUNNER_ONLY,
  "GET /api/runners/:runner/refusals": RUNNER_ONLY,
  "DELETE /api/runners/:runner/refusals/:hash": { ...RUNNER_ONLY, runner: "hidden" },
};
