import { createHash } from "node:crypto";
import { toJsonSchema } from "@valibot/to-json-schema";
import {
  ManifestRequest,
  ManifestResponse,
  PROTOCOL_VERSION,
  RecordHistory,
  SyncRequest,
  SyncResponse,
} from "@legwork/core/wire";
import { expect, test } from "vitest";

// A new fingerprint means that phones out there meet another server. Additions that an old phone may ignore and an old request may lack
// keep the version; anything else needs the next one. Then write the new fingerprint here.
const FINGERPRINTS = {
  version: 1,
  sync: "18b8effdf9ca8ef7",
  manifest: "d7243f69c0efae57",
  history: "8b9d369294f9fd90",
};

test("the shapes of sync, manifest and history have not changed behind their version", () => {
  expect({
    version: PROTOCOL_VERSION,
    sync: fingerprint([SyncRequest, SyncResponse]),
    manifest: fingerprint([ManifestRequest, ManifestResponse]),
    history: fingerprint([RecordHistory]),
  }).toEqual(FINGERPRINTS);
});

function fingerprint(schemas: readonly Parameters<typeof toJsonSchema>[0][]): string {
  const shapes = schemas.map((schema) => toJsonSchema(schema, { ignoreActions: ["readonly"] }));
  return createHash("sha256").update(JSON.stringify(shapes)).digest("hex").slice(0, 16);
}
