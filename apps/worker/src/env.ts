import type { Hono } from "hono";
import type { Logger } from "pino";

/** What middleware leaves for the handlers of a request. */
export interface AppEnv {
  readonly Variables: {
    readonly requestId: string;
    readonly logger: Logger;
    /** Address of the client, behind trusted proxies the one they saw. */
    readonly client: string;
  };
}
export type App = Hono<AppEnv>;
