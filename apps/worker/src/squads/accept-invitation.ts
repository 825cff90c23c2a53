import {
  addMember,
  type Db,
  inTransaction,
  type InvitationResult,
  lockHead,
  type NamedGrant,
  type OpenInvitation,
  readGrant,
  removeMember,
  useInvitation,
  writeGrant,
} from "@legwork/db";
import type { RunnerId } from "@legwork/core/record";
import { ProblemError } from "../problem";
import { lockedStream } from "../sync/postgres-stream";
import { recordGrant } from "./grant-record";

export interface Acceptance {
  readonly code: string;
  readonly account: string;
  readonly runner: RunnerId;
  readonly now: Date;
}

const UNKNOWN_CODE = "There is no such invitation: check the code with the coach.";

/** Spends the code, gives the coach access and lists the runner in the squad: all of it or nothing. */
export function acceptInvitation(db: Db, { code, account, runner, now }: Acceptance): Promise<NamedGrant> {
  return inTransaction(db, async (tx) => {
    const { squad, squadName, coach, coachName, read, write } = openOrProblem(
      await useInvitation(tx, code, { account, now }),
    );
    if (coach === account) {
      throw new ProblemError("invalidRequest", { detail: "This is your own squad: send the code to a runner." });
    }
    const head = await lockHead(tx, runner, 0);
    if (head === null) throw new ProblemError("notFound");
    const before = await readGrant(tx, runner, coach);
    const grant: NamedGrant = {
      ...(await writeGrant(tx, { runner, grantee: coach, squad, read, write })),
      coachName,
      squadName,
    };
    await recordGrant(lockedStream(tx, head), grant, account);
    // A runner is in one squad of a coach at a time.
    if (before !== null && before.squad !== squad) await removeMember(tx, before.squad, runner);
    await addMember(tx, squad, runner);
    return grant;
  });
}

const PROBLEM_OF_CODE = { unknown: "notFound", used: "invitationUsed", expired: "invitationExpired" } as const;

/** The invitation, or the problem that says why it is none. */
export function openOrProblem(result: InvitationResult): OpenInvitation {
  if (result.ok) return result.invitation;
  const code = PROBLEM_OF_CODE[result.error];
  throw new ProblemError(code, result.error === "unknown" ? { detail: UNKNOWN_CODE } : {});
}
