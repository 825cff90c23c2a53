import type { RecordId } from "@legwork/core/record";
import type { Phone } from "./phone-over-http";

/** Part of the taps that change a comment which stands. Our own choice. */
const REWRITES = 0.3;

/** A tap with a text of its own: a new comment, and now and then another text for one that all phones may write. */
export function tapping(random: () => number): (phone: Phone) => Promise<void> {
  const comments: RecordId[] = [];
  let taps = 0;
  return async (phone) => {
    const value = `tap-${(taps += 1)}`;
    const known = comments[Math.floor(random() * comments.length)];
    if (known !== undefined && random() < REWRITES) await phone.write(value, known);
    else comments.push(await phone.write(value));
  };
}
