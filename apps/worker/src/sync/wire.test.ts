import { createHash } from "node:crypto";
import { toJsonSchema } from "@valibot/to-json-schema";
import { PROTOCOL_VERSION, SyncRequest, SyncResponse } from "@legwork/core/wire";
import { expect, test } from "vitest";

// A new fingerprint means that phones out there meet another server. Additions that an old phone may ignore and an old request may lack
// keep the version; anything else needs the next one. Then write the new fingerprint here.
const FINGERPRINT = { version: 1, shape: "24d072464c9c3a64" };

test("the shape of a sync has not changed behind its version", () => {
  const shapes = [SyncRequest, SyncResponse].map((schema) => toJsonSchema(schema, { ignoreActions: ["readonly"] }));
  const shape = createHash("sha256").update(JSON.stringify(shapes)).digest("hex").slice(0, 16);
  expect({ version: PROTOCOL_VERSION, shape }).toEqual(FINGERPRINT);
});
