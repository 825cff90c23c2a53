import type { LocalDate } from "../calendar";
import type { RunnerId } from "../record/kinds";
import type { RunnerSummary } from "../plan/summary";

/** `GET /api/me` when signed in; 401 otherwise. */
export interface Me {
  readonly account: { readonly id: string; readonly email: string; readonly name: string };
  readonly runner: RunnerId;
  /** Squads that this account coaches. */
  readonly squads: readonly Squad[];
  /** Coaches who may read this runner. */
  readonly grants: readonly Grant[];
}

/** `POST /api/me/runner` `{ runner }` → `{ runner }`: takes the phone's id when the server does not know it and the account has no records. */
export interface RunnerClaim {
  readonly runner: RunnerId;
}

/** `POST /api/squads` `{ name }` → Squad · `GET /api/squads` → `{ squads }` */
export interface Squad {
  readonly id: string;
  readonly name: string;
  readonly runners: number;
}

/** `POST /api/squads/:squad/invitations` → Invitation. A code works once. */
export interface Invitation {
  readonly code: string;
  /** ISO instant. */
  readonly expiresAt: string;
}

/** `GET /api/invitations/:code` → what would be accepted · `POST /api/invitations/:code/accept` → Grant */
export interface InvitationOffer {
  readonly squadName: string;
  readonly coachName: string;
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/** `GET /api/me/grants` → `{ grants }` · `DELETE /api/me/grants/:grantee` (runner ends) · `DELETE /api/squads/:squad/runners/:runner` (coach ends) */
export interface Grant {
  /** Account id of the coach. */
  readonly grantee: string;
  readonly coachName: string;
  readonly squadName: string;
  readonly since: string;
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/** `GET /api/squads/:squad/runners?after=<runner>&limit=<1–200>` */
export interface SquadPage {
  readonly squad: Squad;
  readonly rows: readonly SquadRow[];
  /** Pass as `after` for the next page; null at the end. */
  readonly next: RunnerId | null;
}

export interface SquadRow {
  readonly runner: RunnerId;
  readonly name: string;
  readonly today: LocalDate;
  /** Null until the runner's first sync with a programme. */
  readonly summary: RunnerSummary | null;
}
