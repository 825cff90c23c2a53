import type { RecordId } from "@legwork/core/record";
import { worstPain, type PainOnDay } from "@legwork/core/safety";
import type { Safety } from "./safety";

/** The worst pain of every session and run but the one with this log id. */
export function otherPains(health: Safety["health"], about: RecordId): readonly PainOnDay[] {
  return health
    .filter(({ fields }) => fields.about !== about)
    .map(({ fields }) => ({ date: fields.date, level: worstPain(fields) }));
}
