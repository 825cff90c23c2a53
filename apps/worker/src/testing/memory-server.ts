import { Hono } from "hono";
import { pino } from "pino";
import type { SignedInEnv } from "../auth/session";
import type { AppEnv } from "../env";
import { answerErrors } from "../middleware/answer-errors";
import { syncRoutes } from "../routes/sync";
import type { StreamStore } from "../sync/stream-store";

export interface MemoryServer {
  /** Answers as the server does once it knows who asks. */
  request(account: string, path: string, body: string): Promise<Response>;
}

const ACCOUNT_HEADER = "x-account";

/** The routes of a stream over any store, behind a session that is taken for granted. */
export function memoryServer(store: StreamStore): MemoryServer {
  const own = new Hono<SignedInEnv>();
  own.use(async (context, next) => {
    const id = context.req.header(ACCOUNT_HEADER) ?? "";
    context.set("account", { id, email: `${id}@example.org`, name: id });
    await next();
  });
  own.route("/runners", syncRoutes(store));

  const app = new Hono<AppEnv>();
  app.onError(answerErrors);
  app.use(async (context, next) => {
    context.set("logger", pino({ level: "silent" }));
    context.set("requestId", "a request");
    await next();
  });
  app.route("/api", own);
  return {
    async request(account, path, body) {
      const headers = { "content-type": "application/json", [ACCOUNT_HEADER]: account };
      return app.request(path, { method: "POST", headers, body });
    },
  };
}
