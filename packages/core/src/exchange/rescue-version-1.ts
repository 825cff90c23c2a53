type Loose = Readonly<Record<string, unknown>>;

/** The first version did not tell when a change was made. */
const NOT_TOLD = 0;

/**
 * A file of the first version in the shape of the second. It told a record's rev but not what the server had said, so its records
 * are those that the phone showed.
 */
export function raiseFirstVersion(json: Loose): Loose {
  return {
    runner: json["runner"],
    exportedAt: json["exportedAt"],
    stream: withoutRunner(json["stream"]),
    device: {},
    records: mapList(json["records"], (record) => ({ ...record, server: null })),
    changes: joinLists(
      mapList(json["refused"], (each) => ({
        ...each,
        state: "refused",
        key: each["key"] ?? null,
        refusedAt: NOT_TOLD,
      })),
      mapList(json["waiting"], (op) => ({ state: "waiting", op, frozen: true, writtenAt: NOT_TOLD })),
    ),
    keptAside: keptOf(json),
    server: null,
  };
}

function withoutRunner(stream: unknown): unknown {
  if (!isObject(stream)) return stream;
  const { state, email, epoch, cursor, acknowledgedAt } = stream;
  return { state, email, epoch, cursor, acknowledgedAt };
}

function keptOf({ runner, keptAside }: Loose): unknown {
  if (!Array.isArray(keptAside)) return keptAside;
  return keptAside.length === 0 ? [] : [{ name: `kept/${String(runner)}`, values: keptAside as unknown[] }];
}

// What is no list, or holds no objects, stays as it is: the reader of the file names the place.
function mapList(list: unknown, change: (each: Loose) => unknown): unknown {
  return Array.isArray(list) ? list.map((each: unknown) => (isObject(each) ? change(each) : each)) : list;
}

function joinLists(first: unknown, second: unknown): unknown {
  if (!Array.isArray(first)) return first;
  return Array.isArray(second) ? [...(first as unknown[]), ...(second as unknown[])] : second;
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
