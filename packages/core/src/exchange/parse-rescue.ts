import * as v from "valibot";
import type { Json } from "../record/kinds";
import {
  RESCUE_FORMAT,
  RESCUE_VERSION,
  RescueChange,
  RescueDevice,
  type RescueFile,
  RescueHead,
  RescueKept,
  RescueRecord,
} from "./rescue-file";
import { raiseFirstVersion } from "./rescue-version-1";

export const RESCUE_ERRORS = ["tooLarge", "notJson", "cutOff", "otherFormat", "newerVersion", "damaged"] as const;

/** Why a file cannot be opened. `damaged` names the place: `records[3]`. */
export type RescueError =
  | { readonly kind: Exclude<(typeof RESCUE_ERRORS)[number], "damaged"> }
  | { readonly kind: "damaged"; readonly at: string };

export type ParsedRescue =
  | { readonly ok: true; readonly file: RescueFile }
  | { readonly ok: false; readonly error: RescueError };

/** Levels of a value. Our own choice: a prescription has six. */
const DEPTH_MAX = 32;

/** Reads a rescue file, of the present version or an older one. Nothing of a file with a fault is taken. */
export function parseRescue(text: string): ParsedRescue {
  const json = readJson(text);
  if (json === undefined) return refuse({ kind: looksCut(text) ? "cutOff" : "notJson" });
  if (!isObject(json) || json["format"] !== RESCUE_FORMAT) return refuse({ kind: "otherFormat" });
  const version = json["version"];
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) {
    return refuse({ kind: "damaged", at: "version" });
  }
  if (version > RESCUE_VERSION) return refuse({ kind: "newerVersion" });
  const whole = version === 1 ? raiseFirstVersion(json) : json;
  return readParts(whole);
}

function readParts(json: Readonly<Record<string, unknown>>): ParsedRescue {
  const head = v.safeParse(RescueHead, json);
  if (!head.success) return damaged(v.getDotPath(head.issues[0]) ?? "runner");
  const device = v.safeParse(RescueDevice, json["device"]);
  if (!device.success) return damaged("device");
  const records = readList("records", RescueRecord, json);
  if ("at" in records) return damaged(records.at);
  const changes = readList("changes", RescueChange, json);
  if ("at" in changes) return damaged(changes.at);
  const keptAside = readList("keptAside", RescueKept, json);
  if ("at" in keptAside) return damaged(keptAside.at);
  const twice = firstTwice(records.rows.map(({ id }) => id));
  if (twice >= 0) return damaged(`records[${twice}]`);
  const doubled = firstTwice(changes.rows.map(({ op }) => op.opId));
  if (doubled >= 0) return damaged(`changes[${doubled}]`);
  // What the server gave is kept as it stands: nothing of it is written anywhere.
  const server = (json["server"] ?? null) as Json;
  return {
    ok: true,
    file: {
      ...head.output,
      device: device.output,
      records: records.rows,
      changes: changes.rows,
      keptAside: keptAside.rows,
      server,
    },
  };
}

function readList<Row>(
  name: string,
  schema: v.GenericSchema<unknown, Row>,
  json: Readonly<Record<string, unknown>>,
): { readonly rows: readonly Row[] } | { readonly at: string } {
  const list = json[name];
  if (!Array.isArray(list)) return { at: name };
  const rows: Row[] = [];
  for (const [index, each] of list.entries()) {
    const row = isShallow(each) ? v.safeParse(schema, each) : null;
    if (row?.success !== true) return { at: `${name}[${index}]` };
    rows.push(row.output);
  }
  return { rows };
}

/** No deeper than anything of ours. Without recursion: a deep value must not end us. */
function isShallow(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return false;
    const objects = level.filter((each) => typeof each === "object" && each !== null);
    level = objects.flatMap((each) => Object.values(each));
  }
  return true;
}

function readJson(text: string): unknown {
  try {
    // A byte order mark that an editor wrote is no part of JSON.
    return JSON.parse(text.startsWith("\u{feff}") ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}

// What begins like one of ours and does not end like one.
function looksCut(text: string): boolean {
  return /^\u{feff}?\s*\{\s*"format":\s*"legwork-rescue"/u.test(text.slice(0, 200)) && !text.trimEnd().endsWith("}");
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function firstTwice(names: readonly string[]): number {
  const seen = new Set<string>();
  return names.findIndex((name) => seen.size === seen.add(name).size);
}

function damaged(at: string): ParsedRescue {
  return refuse({ kind: "damaged", at });
}

function refuse(error: RescueError): ParsedRescue {
  return { ok: false, error };
}
