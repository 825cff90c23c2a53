import * as v from "valibot";
import type { LocalDate } from "../calendar";
import type { RunnerSummary } from "../plan/summary";
import { RunnerIdSchema, typed } from "./id";

const text = v.string();
const kinds = v.pipe(v.array(v.string()), v.readonly());
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80));

/** `POST /api/squads` `{ name }` → Squad · `GET /api/squads` → `{ squads }` */
export const Squad = v.pipe(v.object({ id: text, name: text, runners: v.number() }), v.readonly());
export type Squad = v.InferOutput<typeof Squad>;

export const NewSquad = v.pipe(v.object({ name }), v.readonly());
export type NewSquad = v.InferOutput<typeof NewSquad>;

/** `POST /api/squads/:squad/invitations` → Invitation. A code works once. */
export const Invitation = v.pipe(
  v.object({
    code: text,
    /** ISO instant. */
    expiresAt: text,
  }),
  v.readonly(),
);
export type Invitation = v.InferOutput<typeof Invitation>;

/** `GET /api/invitations/:code` → what would be accepted · `POST /api/invitations/:code/accept` → Grant */
export const InvitationOffer = v.pipe(
  v.object({ squadName: text, coachName: text, read: kinds, write: kinds }),
  v.readonly(),
);
export type InvitationOffer = v.InferOutput<typeof InvitationOffer>;

/** `GET /api/me/grants` → `{ grants }` · `DELETE /api/me/grants/:grantee` (runner ends) · `DELETE /api/squads/:squad/runners/:runner` (coach ends) */
export const Grant = v.pipe(
  v.object({
    /** Account id of the coach. */
    grantee: text,
    coachName: text,
    squadName: text,
    /** ISO instant. */
    since: text,
    read: kinds,
    write: kinds,
  }),
  v.readonly(),
);
export type Grant = v.InferOutput<typeof Grant>;

/** `GET /api/me` when signed in; 401 otherwise. */
export const Me = v.pipe(
  v.object({
    account: v.pipe(v.object({ id: text, email: text, name: text }), v.readonly()),
    runner: RunnerIdSchema,
    /** Squads that this account coaches. */
    squads: v.pipe(v.array(Squad), v.readonly()),
    /** Coaches who may read this runner. */
    grants: v.pipe(v.array(Grant), v.readonly()),
  }),
  v.readonly(),
);
export type Me = v.InferOutput<typeof Me>;

/** `POST /api/me/runner` `{ runner }` → `{ runner }`: takes the phone's id when the server does not know it and the account has no records. */
export const RunnerClaim = v.pipe(v.object({ runner: RunnerIdSchema }), v.readonly());
export type RunnerClaim = v.InferOutput<typeof RunnerClaim>;

export const SquadRow = v.pipe(
  v.object({
    runner: RunnerIdSchema,
    name: text,
    today: typed<LocalDate>(v.pipe(text, v.isoDate())),
    /** Null until the runner's first sync with a programme. */
    summary: v.nullable(typed<RunnerSummary>(v.looseObject({}))),
    /** The server was restored from a backup and no device of this runner has synced since: what the runner shares rests until then. */
    resting: v.boolean(),
  }),
  v.readonly(),
);
export type SquadRow = v.InferOutput<typeof SquadRow>;

/** `GET /api/squads/:squad/runners?after=<runner>&limit=<1–200>` */
export const SquadPage = v.pipe(
  v.object({
    squad: Squad,
    rows: v.pipe(v.array(SquadRow), v.readonly()),
    /** Pass as `after` for the next page; null at the end. */
    next: v.nullable(RunnerIdSchema),
  }),
  v.readonly(),
);
export type SquadPage = v.InferOutput<typeof SquadPage>;

/** Runners of one page of a squad. */
export const SQUAD_PAGE_MAX = 200;
