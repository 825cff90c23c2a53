import { CalendarDays, HeartPulse, MessageSquare, Settings2 } from "lucide-react";
import type { ReactNode } from "react";
import { SESSION_KINDS, type SessionKind } from "@legwork/core/programme";
import { RUN_KINDS, type RunKind } from "@legwork/core/run";
import type { Body } from "@legwork/core/record";
import { FeelFace, type Feel } from "./feel-face";
import { Plate } from "./plate";
import { plateLetter } from "./plate-state";
import { RunGlyph } from "./run-glyph";

/** What a mark needs of a record. */
export interface MarkedRecord {
  readonly kind: string;
  readonly body: Body;
}

export function sessionKindOf({ body }: MarkedRecord): SessionKind {
  return SESSION_KINDS.find((kind) => kind === body["kind"]) ?? "A";
}

export function runKindOf({ body }: MarkedRecord): RunKind {
  return RUN_KINDS.find((kind) => kind === body["kind"]) ?? "easy";
}

/** The glyph of what a record is about. */
export function RecordMark({ record }: { record: MarkedRecord }): ReactNode {
  switch (record.kind) {
    case "session_log":
      return <Plate letter={plateLetter(sessionKindOf(record))} state="done" width={30} height={23} />;
    case "run_log":
      return <RunGlyph kind={runKindOf(record)} size={20} />;
    case "run_feel":
      return <FeelFace feel={feelOf(record)} size={22} />;
    case "health":
    case "strength_test":
      return <HeartPulse size={20} strokeWidth={1.75} aria-hidden="true" />;
    case "comment":
      return <MessageSquare size={20} strokeWidth={1.75} aria-hidden="true" />;
    case "week_plan":
    case "run_plan":
    case "adjustments":
    case "programme":
      return <CalendarDays size={20} strokeWidth={1.75} aria-hidden="true" />;
    default:
      return <Settings2 size={20} strokeWidth={1.75} aria-hidden="true" />;
  }
}

function feelOf({ body }: MarkedRecord): Feel {
  return ([1, 2, 3, 4, 5] as const).find((feel) => feel === body["feel"]) ?? 3;
}
