import { expect, test } from "vitest";
import { opOf, recordIdOf, storedRecord, uuidOf } from "../testing";
import { offerId, offerOf, toSynced, validateOp, type Body, type OfferInput } from "./index";

const run: Body = { date: "2026-11-16", kind: "easy", minutes: 40 };
const mine = toSynced(storedRecord(run, { rev: 30 }));

function offer(input: Partial<OfferInput> = {}) {
  return offerOf({ mine, theirs: null, epoch: "e2", restoreHead: 20, account: "ann", ...input });
}

test("[REC20] a record that the server has lost is offered whole, and the offer is an op that the server takes", () => {
  const op = offer();
  expect(op).toMatchObject({ record: mine.id, base: 0, epoch: "e2", patch: run });
  expect(op === null ? "none" : validateOp(op)).toBeNull();
});

test("[REC20] an older state on the server is offered the later one from the restore point on", () => {
  const theirs = { ...mine, rev: 12, body: { ...run, minutes: 20 } };
  expect(offer({ theirs })).toMatchObject({ base: 20, patch: run });
});

test("[REC20] a forgotten deletion is offered as one", () => {
  const dead = { ...mine, deleted: true, body: {} };
  expect(offer({ mine: dead, theirs: { ...mine, rev: 12 } })).toMatchObject({ base: 20, del: true, patch: {} });
});

test.each<[string, Partial<OfferInput>]>([
  ["what the backup has", { restoreHead: 30, theirs: { ...mine, rev: 25, body: {} } }],
  [
    "what the server says too",
    { theirs: { ...mine, rev: 41, opId: uuidOf("healed"), body: { minutes: 40, ...run, km: 8 } } },
  ],
  ["a deletion of what is not there", { mine: { ...mine, deleted: true, body: {} } }],
  ["a grant", { mine: { ...mine, kind: "grant" } }],
  ["a held value", { mine: { ...mine, kind: "held" } }],
])("[REC20] %s is not offered", (_, input) => {
  expect(offer(input)).toBeNull();
});

test("[REC20] the offer of one state is byte for byte the same on every device of an account, and another for another account", () => {
  const nested: Body = { ...run, future: [{ b: 1, a: { d: 2, c: 3 } }] };
  const turned: Body = { future: [{ a: { c: 3, d: 2 }, b: 1 }], minutes: 40, kind: "easy", date: "2026-11-16" };
  const bytes = (body: Body) => JSON.stringify(offer({ mine: { ...mine, body } }));
  expect(bytes(turned)).toBe(bytes(nested));
  expect(offer({ account: "bob" })?.opId).not.toBe(offer()?.opId);
});

test("[REC20] the offer of a record that the server lacks and that of one that it has are two ops", () => {
  const theirs = { ...mine, rev: 12, body: { ...run, minutes: 20 } };
  expect(offer({ theirs })?.opId).not.toBe(offer()?.opId);
});

test("[REC20] another history, another record, another last op or another text is another offer", () => {
  const first = { epoch: "e2", record: mine.id, opId: opOf().opId, account: "ann", text: "{}" };
  const changed = [
    { epoch: "e3" },
    { record: recordIdOf("other") },
    { opId: uuidOf("other") },
    { account: "bob" },
    { text: "" },
  ];
  expect(new Set([first, ...changed.map((each) => ({ ...first, ...each }))].map(offerId)).size).toBe(6);
});
