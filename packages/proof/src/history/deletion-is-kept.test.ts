import { describe, expect, test } from "vitest";
import { applied, atRest, device, exchanged, op, OWNER, record, saved, shows, showsUntold, told } from "./a-history";
import { broken } from "./broken";
import type { FinalState, HistoryEvent } from "./types";

const v1 = record(1, { text: "v1" });
const v2 = record(2, { text: "v2" });

describe("I1: a deletion is kept, unless nothing of the record had left", () => {
  const deleted = saved("phone", "gone", { change: null });
  const deletion = op(8, { patch: {}, del: true });
  const mine = record(9, { text: "v9" });
  const tombstone = record(2, {}, { deleted: true });
  const nothing = shows("phone", 0, []);
  const rewind: HistoryEvent = { type: "rewind", head: 0, epoch: "e1" };
  const wiped: HistoryEvent = { type: "evict", device: "phone" };
  const byTablet = [
    ...saved("tablet", "v1"),
    ...exchanged({ device: "tablet", ops: [op(1)], results: [applied(1, 1)], changes: [told(v1)] }),
  ];
  const pulled = [...byTablet, ...exchanged({ changes: [told(v1)] }), shows("phone", 1, [v1])];
  const offered = exchanged({ ops: [op(5, { patch: { text: "v1" } })] });
  /** Made on the phone, which the server has told nothing of it. */
  const made = [nothing, ...saved("phone", "v9"), showsUntold("phone", mine)];
  const madeAndDeleted = [...made, ...deleted, nothing];

  /** The record as the tablet wrote it, what was replaced in it, and nothing of a deletion. */
  function notDeleted(past: readonly string[] = []): FinalState {
    const values = past.map((value) => ({ key: "text", value, reason: "replaced", author: OWNER, rev: 1 }) as const);
    return atRest([v1], [device("phone", [v1])], { past: [{ id: v1.id, rev: 1, values }] });
  }

  test("made and deleted before anything left, though another device's values are offered later", () => {
    expect(broken([...madeAndDeleted, ...pulled, rewind, ...offered], notDeleted())).toEqual([]);
  });

  test("the same on a device that was wiped since it sent", () => {
    const sentBefore = exchanged({ ops: [op(9)] });
    expect(broken([...made, ...sentBefore, wiped, ...madeAndDeleted], notDeleted(["v9"]))).toEqual([]);
    expect(broken([...made, ...sentBefore, ...deleted], notDeleted(["v9"]))).toEqual(["I1"]);
  });

  test("the deletion of what had left, also before there was an answer", () => {
    const [sent] = exchanged({ ops: [op(9)] });
    const history = [...made, ...(sent === undefined ? [] : [sent]), ...deleted, ...pulled, rewind, ...offered];
    expect(broken(history, notDeleted(["v9"]))).toEqual(["I1"]);
  });

  test("the deletion of what was bound to be sent, and left only after it", () => {
    const history = [...madeAndDeleted, ...exchanged({ ops: [op(9)] }), ...pulled];
    expect(broken(history, notDeleted(["v9"]))).toEqual(["I1"]);
  });

  test("the deletion of what the device had from another one, with and without a change of its own", () => {
    expect(broken([...pulled, ...deleted], notDeleted())).toEqual(["I1"]);
    expect(broken([...pulled, rewind, ...deleted, ...offered], notDeleted())).toEqual(["I1"]);
    expect(broken([...pulled, ...saved("phone", "v9"), ...deleted], notDeleted())).toEqual(["I1"]);
  });

  test("the deletion of what another one made and the server forgot, before it was offered", () => {
    const history = [...pulled, rewind, nothing, showsUntold("phone", v1), ...deleted, ...offered];
    expect(broken(history, notDeleted())).toContain("I1");
  });

  test("a lost deletion, though the record was written again", () => {
    const again = [...saved("phone", "v2"), ...exchanged({ ops: [op(2)], results: [applied(2, 2)] })];
    const history = [...pulled, ...deleted, ...again];
    expect(broken(history, atRest([v1, v2], [device("phone", [v2])]))).toContain("I1");
  });

  test("a lost deletion, though an earlier one of the same device arrived, or was let go", () => {
    const earlier = exchanged({ ops: [deletion], results: [applied(8, 2)], changes: [told(tombstone)] });
    const receipts = [1, 8].map((count) => ({ opId: op(count).opId, author: OWNER, rev: count }));
    const final = notDeleted();
    const arrived = { ...final, server: { ...final.server, receipts } };
    expect(broken([...pulled, ...deleted, ...earlier], arrived)).toEqual([]);
    expect(broken([...pulled, ...deleted, ...earlier, ...pulled, ...deleted, ...earlier], arrived)).toEqual(["I1"]);
    const discarded: HistoryEvent = { type: "discard", device: "phone", ops: [deletion] };
    expect(broken([...pulled, ...deleted, discarded], notDeleted())).toEqual([]);
    expect(broken([...pulled, discarded, ...deleted], notDeleted())).toEqual(["I1"]);
  });

  test("a deletion that waits is kept, one that is only among the acknowledged is not", () => {
    for (const [place, found] of [
      ["quarantine", []],
      ["sent", ["I1"]],
    ] as const) {
      const final = atRest([v1], [device("phone", [v1], { ops: [{ op: deletion, place }] })]);
      expect(broken([...pulled, ...deleted], final)).toEqual(found);
    }
  });

  test("lost with a wiped phone, though another device's deletion arrived", () => {
    const byAnother = [
      ...saved("tablet", "gone too", { change: null }),
      ...exchanged({ device: "tablet", ops: [deletion], results: [applied(8, 2)] }),
    ];
    const receipts = [1, 8].map((count) => ({ opId: op(count).opId, author: OWNER, rev: count }));
    const final = notDeleted();
    const arrived = { ...final, server: { ...final.server, receipts } };
    expect(broken([...byAnother, ...pulled, ...deleted, wiped], arrived)).toEqual([]);
  });
});
