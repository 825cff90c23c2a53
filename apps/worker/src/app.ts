import { REQUEST_BYTES_MAX } from "@legwork/core/wire";
import type { Db } from "@legwork/db";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { pino, type Logger } from "pino";
import { createAccounts, type Passwords, sessionCookieName } from "./auth/accounts";
import { createAttempts } from "./auth/attempts";
import type { NoteDeletion } from "./auth/delete-account";
import type { SendMail } from "./auth/mail";
import { signedIn, type SignedInEnv } from "./auth/session";
import type { App, AppEnv } from "./env";
import { ACCOUNT_TURNS, accountTurns, type TurnLimits } from "./middleware/account-turns";
import { ADMISSION, admission, type AdmissionLimits } from "./middleware/admission";
import { answerErrors } from "./middleware/answer-errors";
import { bodiesUpTo } from "./middleware/body-sizes";
import { clientAddress } from "./middleware/client-address";
import { logRequests } from "./middleware/log-requests";
import { notFoundResponse, refuseOtherMethods } from "./middleware/missing";
import { jsonOnly, ourOriginOnly } from "./middleware/our-requests-only";
import { accountRateLimit, rateLimit, type RateLimit, spending } from "./middleware/rate-limit";
import { securityHeaders } from "./middleware/security-headers";
import { documentHandler } from "./openapi";
import { createPokes, type PokesOptions } from "./pokes/pokes";
import { accountRoutes } from "./routes/account";
import { authRoutes } from "./routes/auth";
import { codeRoutes } from "./routes/codes";
import { exportRoutes } from "./routes/export";
import { healthRoutes } from "./routes/health";
import { invitationRoutes } from "./routes/invitations";
import { meRoutes } from "./routes/me";
import { pokeRoutes } from "./routes/pokes";
import { previewRoutes } from "./routes/preview";
import { runnerStreamRoutes } from "./routes/runner-stream";
import { squadRoutes } from "./routes/squads";
import { syncRoutes } from "./routes/sync";
import { serveStatic } from "./static/serve-static";
import { postgresStore } from "./sync/postgres-store";

/** Everything the server is given from outside; only `serve.ts` reads the environment. */
export interface AppOptions {
  readonly db: Db;
  /** Origin under which phones reach us, `https://legwork.example`: decides Secure cookies, links, HSTS. */
  readonly publicUrl: string;
  /** Further origins whose pages may call us, beside `publicUrl`. */
  readonly trustedOrigins?: readonly string[];
  /** Signs session cookies; at least 32 characters. */
  readonly secret: string;
  /** The export of apps/web; `csp.json` lies beside that folder. Null = API only. */
  readonly staticDir: string | null;
  /** Addresses or CIDR ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  readonly logger?: Logger;
  /** Whose disk the health tells of; null or left out = none. */
  readonly dataDir?: string | null;
  readonly now?: () => Date;
  /** How many event streams and how patient with them; our own choice when not given. */
  readonly pokes?: Pick<PokesOptions, "limits" | "timing">;
  /** Null or absent = no mail server: no codes by e-mail. */
  readonly sendMail?: SendMail | null;
  /** Null or absent = scrypt; tests that are not about passwords keep hundreds of them with less work. */
  readonly passwords?: Passwords | null;
  /** Keeps deletions where a restored backup does not forget them; absent = nowhere. */
  readonly noteDeletion?: NoteDeletion;
  /** Null switches a limit off. */
  readonly rateLimits?: {
    /** Attempts to sign in or up, per address. */
    readonly accounts?: RateLimit | null;
    /** Previews, per address. */
    readonly preview?: RateLimit | null;
    /** Requests to runners' streams, per account. */
    readonly streams?: RateLimit | null;
    /** Ops, per account. */
    readonly ops?: RateLimit | null;
    /** Requests of one account at a time. */
    readonly turns?: TurnLimits | null;
    /** Requests of everybody at a time. */
    readonly admission?: AdmissionLimits | null;
  };
}

/** Attempts to sign in or up per address and minute: generous to a club behind one router, useless for guessing. Our own choice. */
const ACCOUNT_LIMIT: RateLimit = { max: 30, windowS: 60 };
/** A preview costs some milliseconds of one core. Our own choice. */
const PREVIEW_LIMIT: RateLimit = { max: 120, windowS: 60 };
/** A hundred syncs a second: no phone of ours asks for more. Our own choice. */
const STREAM_LIMIT: RateLimit = { max: 6_000, windowS: 60 };
/** An outbox of years drains at once; who sends without end has a few hundredths of what the server can store. Our own choice. */
const OP_LIMIT: RateLimit = { max: 200_000, windowS: 600 };
const SECRET_LENGTH_MIN = 32;

/** Assembles the server. Throws when an option makes no sense, so that a wrong set-up fails at the start. */
export function createApp(options: AppOptions): App {
  const { staticDir, trustedProxies = [], now = () => new Date(), logger = pino({ level: "silent" }) } = options;
  const publicUrl = originOf(options.publicUrl);
  const secure = publicUrl.startsWith("https:");
  if (options.secret.length < SECRET_LENGTH_MIN) {
    throw new RangeError(`The secret needs at least ${SECRET_LENGTH_MIN} characters.`);
  }

  const app: App = new Hono<AppEnv>();
  app.onError(answerErrors);
  app.use(logRequests(logger), clientAddress(trustedProxies), securityHeaders({ secure }));
  app.use(
    "/api/*",
    admission(options.rateLimits?.admission === undefined ? ADMISSION : options.rateLimits.admission, {
      always: ["/api/health"],
    }),
    bodiesUpTo(REQUEST_BYTES_MAX),
    compress(),
  );
  app.route("/api", apiRoutes({ ...options, publicUrl, now, logger }));
  app.get("/api/openapi.json", documentHandler(app, publicUrl));
  refuseOtherMethods(app);
  app.all("/api/*", () => notFoundResponse());
  app.all("/api", () => notFoundResponse());
  if (staticDir !== null) app.use(serveStatic({ folder: staticDir, secure }));
  app.notFound(() => notFoundResponse());
  return app;
}

interface ApiOptions extends AppOptions {
  readonly now: () => Date;
  readonly logger: Logger;
}

function apiRoutes(options: ApiOptions): App {
  const { db, publicUrl, trustedOrigins = [], secret, now, logger, rateLimits = {}, sendMail = null } = options;
  const { noteDeletion = async () => {}, dataDir = null, passwords = null } = options;
  const {
    accounts: accountLimit = ACCOUNT_LIMIT,
    preview: previewLimit = PREVIEW_LIMIT,
    streams: streamLimit = STREAM_LIMIT,
    ops: opLimit = OP_LIMIT,
    turns = ACCOUNT_TURNS,
  } = rateLimits;
  const origins = [publicUrl, ...trustedOrigins.map(originOf)];
  const accounts = createAccounts({ db, publicUrl, origins, secret, logger, sendMail, passwords });
  const attempts = createAttempts({ db, secret, secure: publicUrl.startsWith("https:"), now });
  const cookieName = sessionCookieName(publicUrl);

  const own = new Hono<SignedInEnv>();
  const session = signedIn(accounts, { db, secret, cookieName });
  const pokes = createPokes({ db, logger, ...options.pokes });
  const takesTurns = accountTurns(turns);
  for (const path of ["/me/*", "/squads/*", "/invitations/*", "/runners/*"]) {
    own.use(path, ourOriginOnly(origins), jsonOnly, session, takesTurns);
  }
  own.use("/runners/*", accountRateLimit(streamLimit, now));
  // An event stream takes no turn: it stays.
  own.use("/pokes", session);
  own.route("/me", meRoutes(db, now, pokes));
  own.route("/me", accountRoutes({ db, accounts, attempts, sendMail, noteDeletion, secret, cookieName, now }));
  own.route("/me", exportRoutes(db, now));
  own.route("/squads", squadRoutes(db, now, pokes));
  own.route("/invitations", invitationRoutes(db, now, pokes));
  const store = postgresStore({ db, now, logger });
  own.route("/runners", syncRoutes(store, { changed: pokes.changed, spendOps: spending(opLimit, now) }));
  own.route("/runners", runnerStreamRoutes({ db, store, now }));
  own.route("/pokes", pokeRoutes({ pokes, cookieName }));

  const auth = new Hono<AppEnv>();
  auth.use("/*", ourOriginOnly(origins), jsonOnly);
  const tries = rateLimit(accountLimit, now);
  // What only tells how one can sign in is no try.
  auth.use("/*", (context, next) => (context.req.method === "POST" ? tries(context, next) : next()));
  auth.route("/", authRoutes({ accounts, attempts, canMail: sendMail !== null }));
  auth.route("/", codeRoutes({ accounts, attempts, canMail: sendMail !== null }));

  const api: App = new Hono<AppEnv>();
  api.route("/health", healthRoutes({ db, dataDir }));
  api.route("/plan", previewRoutes({ limit: previewLimit, now }));
  api.route("/auth", auth);
  api.route("/", own);
  return api;
}

/** The origin of an address. Throws for text that is none. */
function originOf(address: string): string {
  const { origin, protocol } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") throw new RangeError(`Not an http or https address: ${address}`);
  return origin;
}
