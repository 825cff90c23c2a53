import { describe, expect, test } from "vitest";
import type { RecordId } from "@legwork/core/record";
import { countedId } from "../simulation/chance";
import { applied, atRest, committed, device, exchanged, op, OWNER, record, saved, shows, told } from "./a-history";
import { broken } from "./broken";
import type { History, HistoryEvent } from "./types";

const v1 = record(1, { text: "v1" });
const v2 = record(2, { text: "v2" });
const written = [
  ...saved("phone", "v1"),
  ...exchanged({ ops: [op(1)], results: [applied(1, 1)], changes: [told(v1)] }),
];
const good = atRest([v1], [device("phone", [v1]), device("tablet", [v1])]);

describe("a history that keeps every promise", () => {
  test("written, sent, acknowledged, pulled", () => {
    expect(broken([...written, committed(1, 1), shows("phone", 1, [v1])], good)).toEqual([]);
  });

  test("an answer that got lost, and the same op again", () => {
    const [invoke] = exchanged({ ops: [op(1)] });
    const again = exchanged({ ops: [op(1)], results: [{ opId: op(1).opId, status: "duplicate", rev: 1 }] });
    const history = [...saved("phone", "v1"), ...(invoke === undefined ? [] : [invoke]), committed(1, 1), ...again];
    expect(broken(history, good)).toEqual([]);
  });

  test("written over by the same hand before anything left", () => {
    const history = [...saved("phone", "v0"), ...written];
    expect(broken(history, good)).toEqual([]);
  });

  test("lost with a phone whose database was wiped before it could send", () => {
    const history: History = [...saved("phone", "v9"), { type: "evict", device: "phone" }, ...saved("phone", "v1")];
    expect(broken(history, good)).toEqual([]);
  });

  test("let go by the runner after it was refused", () => {
    const discarded: HistoryEvent = { type: "discard", device: "phone", ops: [op(9)] };
    expect(
      broken([...saved("phone", "v9"), ...exchanged({ ops: [op(9)] }), discarded, ...saved("phone", "v1")], good),
    ).toEqual([]);
  });

  test("a server that was set back and settled the op anew", () => {
    const rewind: HistoryEvent = { type: "rewind", head: 0, epoch: "e1" };
    expect(broken([...written, committed(1, 1), rewind, committed(1, 1)], good)).toEqual([]);
  });
});

describe("I1: saved is kept, and counts once", () => {
  test("a saved value that is nowhere", () => {
    expect(broken([...saved("phone", "v9"), ...written], good)).toEqual([]);
    expect(broken([...written, ...saved("phone", "v9")], good)).toEqual(["I1"]);
  });

  test("a saved value that is only among the acknowledged ones of a device", () => {
    const phone = device("phone", [v1], { ops: [{ op: op(9), place: "sent" }] });
    expect(broken([...written, ...saved("phone", "v9")], atRest([v1], [phone]))).toEqual(["I1"]);
  });

  test("a saved value that waits, or was put aside in sight, is kept", () => {
    for (const place of ["outbox", "quarantine"] as const) {
      const phone = device("phone", [v1], { ops: [{ op: op(9), place }] });
      const found = broken([...written, ...saved("phone", "v9")], atRest([v1], [phone]));
      expect(found).not.toContain("I1");
    }
  });

  test("what was sent and then wiped from the phone must be on the server when it was acknowledged", () => {
    const history: History = [
      ...saved("phone", "v9"),
      ...exchanged({ ops: [op(9)], results: [applied(9, 2)] }),
      { type: "evict", device: "phone" },
    ];
    expect(broken(history, good)).toContain("I1");
  });

  test("a deletion that was sent and came to nothing", () => {
    const deleted = saved("phone", "gone", { change: null });
    const history = [...written, ...deleted, ...exchanged({ ops: [op(9, { patch: {}, del: true })] })];
    expect(broken(history, good)).toEqual(["I1"]);
  });

  test("an op that took effect twice", () => {
    expect(broken([...written, committed(1, 1), committed(1, 2)], good)).toEqual(["I1"]);
  });
});

describe("I2: acknowledged is durable", () => {
  test("an acknowledged op without a receipt", () => {
    expect(broken(written, atRest([v1], [device("phone", [v1])], { receipts: [] }))).toEqual(["I2"]);
  });

  test("an acknowledged value that neither stands nor stood", () => {
    const now = atRest([v2], [device("phone", [v2])], { receipts: [{ opId: op(1).opId, author: OWNER, rev: 1 }] });
    expect(broken(written, now)).toEqual(["I1", "I2"]);
    const past = [
      { id: v1.id, rev: 2, values: [{ key: "text", value: "v1", reason: "replaced", author: OWNER, rev: 1 }] },
    ] as const;
    expect(broken(written, { ...now, server: { ...now.server, past } })).toEqual([]);
  });
});

describe("I3: devices agree", () => {
  test("a device with another value", () => {
    const other = record(1, { text: "v0" });
    expect(broken(written, atRest([v1], [device("phone", [v1]), device("tablet", [other])]))).toEqual(["I3"]);
  });

  test("a device without a record, and one with a record too many", () => {
    expect(broken(written, atRest([v1], [device("tablet", [], { cursor: 0 })]))).toEqual(["I3"]);
    const extra = record(1, { text: "v1" }, { id: countedId(77) as string as RecordId });
    expect(broken(written, atRest([v1], [device("tablet", [v1, extra])]))).toEqual(["I3"]);
  });

  test("a digest that is not that of the records", () => {
    expect(broken(written, atRest([v1], [device("phone", [v1])], { digest: {} }))).toEqual(["I3"]);
  });

  test("a screen that shows something else than what was told, with nothing waiting", () => {
    const phone = device("phone", [v1]);
    const records = phone.records.map((one) => ({ ...one, body: { text: "v0" } }));
    expect(broken(written, atRest([v1], [{ ...phone, records }]))).toEqual(["I3"]);
  });

  test("a coach who may not read a kind holds none of it", () => {
    const scope = { read: ["run_feel"], write: [] };
    expect(broken(written, atRest([v1], [device("coach", [], { scope, account: "coach" })]))).toEqual([]);
    expect(broken(written, atRest([v1], [device("coach", [v1], { scope, account: "coach" })]))).toEqual(["I3"]);
  });
});

describe("I4: repeating changes nothing", () => {
  test("one opId with two texts", () => {
    const again = exchanged({ ops: [op(1, { patch: { text: "v1 v3" } })], results: [applied(1, 1)] });
    expect(
      broken([...written, ...again], {
        ...good,
        server: {
          ...good.server,
          past: [
            { id: v1.id, rev: 1, values: [{ key: "text", value: "v3", reason: "replaced", author: OWNER, rev: 1 }] },
          ],
        },
      }),
    ).toEqual(["I4"]);
  });

  test("one op with two revs", () => {
    const again = exchanged({ ops: [op(1)], results: [applied(1, 2)] });
    expect(broken([...written, ...again], good)).toEqual(["I4"]);
  });

  test("a value that was replaced and stands again", () => {
    const history = [1, 2, 3].flatMap((rev) =>
      exchanged({ device: "tablet", changes: [told(record(rev, { text: rev === 2 ? "v2" : "v1" }))], cursor: rev }),
    );
    expect(broken([...written, ...history], good)).toEqual(["I4"]);
  });
});

describe("I5: a cursor is honest", () => {
  test("a device at rest whose cursor covers a record that it does not hold as it stands", () => {
    const final = atRest([v2], [device("tablet", [v1], { cursor: 2 })]);
    expect(broken([], final)).toEqual(["I3", "I5"]);
  });

  test("the same on the way", () => {
    const covering = [...exchanged({ device: "tablet" }), committed(1, 1), shows("tablet", 1, [])];
    expect(broken(covering, good)).toEqual(["I5"]);
    expect(broken([...exchanged({ device: "tablet" }), committed(1, 1), shows("tablet", 0, [])], good)).toEqual([]);
  });

  test("the same after a set-back, from the epoch that begins when it is found out", () => {
    const rewind: HistoryEvent = { type: "rewind", head: 0, epoch: "e1" };
    const before = [...exchanged({ device: "tablet" }), rewind, committed(1, 1)];
    const inEpoch = (epoch: string): HistoryEvent => ({
      type: "shows",
      state: { device: "tablet", epoch, cursor: 1, records: [] },
    });
    expect(broken([...before, inEpoch("e1")], good)).toEqual([]);
    expect(broken([...before, inEpoch("e2")], good)).toEqual(["I5"]);
  });
});

describe("what a coach wrote and a server forgot", () => {
  const rewind: HistoryEvent = { type: "rewind", head: 0, epoch: "e1" };
  const grant: HistoryEvent = { type: "grant", account: "coach", scope: { read: ["comment"], write: [] }, head: 0 };
  const byCoach = [
    ...saved("coach", "v9", { account: "coach" }),
    ...exchanged({
      device: "coach",
      account: "coach",
      ops: [op(9, { patch: { text: "v9" } })],
      results: [applied(9, 9)],
    }),
  ];

  test("must come back while the grant stands as it stood", () => {
    expect(broken([grant, ...written, ...byCoach, rewind], good)).toEqual(["I1", "I2"]);
  });

  test("may be gone once it has changed, and only if the server was set back", () => {
    expect(broken([grant, ...written, ...byCoach, rewind, grant], good)).toEqual([]);
    expect(broken([grant, ...written, ...byCoach, grant], good)).toEqual(["I1", "I2"]);
  });
});

describe("I6: a device goes forward", () => {
  test("a cursor that goes back within one history", () => {
    expect(broken([...written, shows("phone", 5, [v1]), shows("phone", 4, [v1])], good)).toEqual(["I6"]);
  });

  test("a record that goes back to an older rev", () => {
    expect(broken([...written, shows("tablet", 5, [v2]), shows("tablet", 5, [v1])], good)).toEqual(["I6"]);
  });

  test("a coach's copy begins anew once for each change of the grant and each set-back", () => {
    const coach = exchanged({ device: "coach", account: "coach" });
    const grant: HistoryEvent = { type: "grant", account: "coach", scope: { read: ["comment"], write: [] }, head: 0 };
    const rewind: HistoryEvent = { type: "rewind", head: 0, epoch: "e1" };
    const [ahead, behind] = [shows("coach", 5, [v2]), shows("coach", 4, [v1])];
    for (const event of [grant, rewind]) {
      expect(broken([...written, ...coach, ahead, event, ahead, behind], good)).toEqual([]);
      expect(broken([...written, ...coach, ahead, event, behind, ahead, behind], good)).toEqual(["I6"]);
    }
    expect(broken([...written, grant, shows("phone", 5, [v2]), shows("phone", 4, [v1])], good)).toEqual(["I6"]);
  });

  test("an own write that is followed by what stood before it", () => {
    const before = record(1, { text: "v0" });
    const history = [shows("phone", 1, [before]), ...written, shows("phone", 1, [before])];
    expect(broken(history, good)).toEqual(["I6"]);
    expect(broken([shows("phone", 1, [before]), ...written, shows("phone", 2, [v2])], good)).toEqual([]);
    const wiped: HistoryEvent = { type: "evict", device: "phone" };
    expect(broken([shows("phone", 1, [before]), wiped, ...written, shows("phone", 1, [before])], good)).toEqual([]);
  });
});

describe("I8, I11: rights", () => {
  const granted: HistoryEvent = {
    type: "grant",
    account: "coach",
    scope: { read: ["comment"], write: ["comment"] },
    head: 0,
  };
  const ended: HistoryEvent = { type: "grant", account: "coach", scope: null, head: 0 };
  const pulled = exchanged({ device: "coach", account: "coach", changes: [told(v1)] });

  test("a coach who is told what was not granted", () => {
    expect(broken([...written, granted, ...pulled], good)).toEqual([]);
    expect(broken([...written, ...pulled], good)).toEqual(["I8"]);
    const health: HistoryEvent = { ...granted, scope: { read: ["health"], write: [] } };
    expect(broken([...written, health, ...pulled], good)).toEqual(["I8"]);
  });

  test("a push of a coach that lands after the revocation", () => {
    expect(broken([...written, granted, committed(5, 5, "coach")], good)).toEqual([]);
    expect(broken([...written, granted, ended, committed(5, 5, "coach")], good)).toEqual(["I11"]);
  });

  test("the same, seen only by the revs at the end", () => {
    const byCoach = record(5, { text: "v5" }, { author: "coach" });
    const final = atRest([byCoach], [device("phone", [byCoach])]);
    expect(broken([granted], final)).toEqual([]);
    expect(broken([granted, { ...ended, head: 4 }], final)).toEqual(["I11"]);
  });
});

describe("I9, I10: everything comes to rest", () => {
  test("an op that still waits though nothing was refused", () => {
    const phone = device("phone", [v1], { ops: [{ op: op(9), place: "outbox" }] });
    expect(broken([], atRest([v1], [phone]))).toEqual(["I10"]);
  });

  test("an op that waits behind a refusal of another record", () => {
    const other = countedId(55) as string as RecordId;
    const ops = [
      { op: op(8, { record: other }), place: "quarantine" },
      { op: op(9), place: "outbox" },
    ] as const;
    expect(broken([], atRest([v1], [device("phone", [v1], { ops })]))).toEqual(["I9"]);
    const behind = [
      { op: op(8), place: "quarantine" },
      { op: op(9), place: "outbox" },
    ] as const;
    expect(broken([], atRest([v1], [device("phone", [v1], { ops: behind })]))).toEqual([]);
  });

  test("a device that goes on and on", () => {
    expect(broken([], atRest([v1], [device("phone", [v1], { cyclesToRest: null })]))).toEqual(["I10"]);
    expect(broken([], atRest([v1], [device("phone", [v1], { cyclesToRest: 5 })]))).toEqual(["I10"]);
  });
});

describe("I12: no app loses what it does not know", () => {
  test("a field of a newer app that is nowhere", () => {
    expect(broken([...written, ...saved("phone", "v9", { known: "byNewOnly" })], good)).toEqual(["I12"]);
  });
});
