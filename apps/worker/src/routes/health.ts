import { type Db, pingDatabase } from "@legwork/db";
import { Hono } from "hono";
import * as v from "valibot";
import type { AppEnv } from "../env";
import { describe } from "../openapi";

const Health = v.object({ status: v.literal("ok") });

export function healthRoutes(db: Db) {
  return new Hono<AppEnv>().get(
    "/",
    describe({
      id: "getHealth",
      summary: "Whether the server answers and reaches its database",
      tag: "server",
      answer: { status: 200, description: "Both work.", schema: Health, example: () => ({ status: "ok" }) },
      problems: [],
    }),
    async (context) => {
      await pingDatabase(db);
      return context.json({ status: "ok" });
    },
  );
}
