import { GATE_SESSIONS, type Gate } from "@legwork/core/exercise";

/** What the sentence of a gate is given; numbers that a kind of gate does not have are 0. */
export function gateValues(gate: Gate) {
  return {
    sessions: GATE_SESSIONS,
    sets: gate.kind === "clean" ? 0 : gate.sets,
    amount: gate.kind === "amount" ? gate.amount : 0,
    times: gate.kind === "hold" ? gate.timesTarget : 0,
    sides: gate.kind !== "clean" && gate.perSide ? "each" : "none",
    tested: gate.kind === "amount" ? (gate.orCalfRaises ?? 0) : 0,
    soreness: gate.kind === "clean" ? gate.sorenessMax : 0,
  };
}
