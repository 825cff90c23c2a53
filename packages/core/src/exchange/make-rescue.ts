import type { RescueFile } from "./rescue-file";
import { RESCUE_FORMAT, RESCUE_VERSION } from "./rescue-file";

export type RescueHeadPart = Pick<RescueFile, "runner" | "exportedAt" | "stream" | "device">;
export type RescueListName = "records" | "changes" | "keptAside";

/** Writes a rescue file piece by piece, so that no phone has to hold all of it twice. */
export interface RescueWriter {
  /** Ends the list before it. The lists may come in any order, each once. */
  beginList(name: RescueListName): string;
  row(value: RescueFile[RescueListName][number]): string;
  /** Ends the file. `server` is JSON text as the server gave it. */
  end(server: string): string;
}

/** The beginning of a file and the writer of the rest: readable JSON, one record or change a line. */
export function beginRescue(head: RescueHeadPart): { readonly text: string; readonly writer: RescueWriter } {
  let inList: "none" | "empty" | "filled" = "none";
  const endList = () => (inList === "none" ? "" : "\n]");
  const fields = Object.entries({ format: RESCUE_FORMAT, version: RESCUE_VERSION, ...head })
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(",\n");
  return {
    text: `{\n${fields}`,
    writer: {
      beginList(name) {
        const text = `${endList()},\n${JSON.stringify(name)}: [`;
        inList = "empty";
        return text;
      },
      row(value) {
        const text = `${inList === "filled" ? "," : ""}\n${JSON.stringify(value)}`;
        inList = "filled";
        return text;
      },
      end: (server) => `${endList()},\n"server": ${server}\n}\n`,
    },
  };
}

/** A whole file as one text. */
export function makeRescue({ records, changes, keptAside, server, ...head }: RescueFile): string {
  const { text, writer } = beginRescue(head);
  const parts = [text];
  for (const [name, rows] of [
    ["records", records],
    ["changes", changes],
    ["keptAside", keptAside],
  ] as const) {
    parts.push(writer.beginList(name), ...rows.map((row) => writer.row(row)));
  }
  return [...parts, writer.end(JSON.stringify(server))].join("");
}
