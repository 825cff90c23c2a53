import type { PostgresAddress } from "../connection";

/** How the set-up tells the test processes where its Postgres is. */
export const SHARED_POSTGRES = "LEGWORK_TEST_POSTGRES";

export function sharedPostgres(): PostgresAddress {
  const address = process.env[SHARED_POSTGRES];
  if (!address) throw new Error(`Put globalSetup: ["@legwork/db/testing/setup"] into vitest.config.ts.`);
  return JSON.parse(address) as PostgresAddress;
}
