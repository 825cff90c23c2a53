import type { Pattern } from "../exercise";
import type { Translate } from "../placement";
import type { TimeCut } from "./prescription";

/** What the runner's limit in minutes took away, in the reader's language: every exercise with its sets, or the kind that did not fit. */
export function cutText({ asked, dropped }: TimeCut, translate: Translate): string {
  if (dropped.length === 0)
    return translate("programme.cut.otherKind", { asked: translate(`programme.session.${asked}.name`) });
  const sets = new Map<Pattern, number>();
  for (const each of dropped) sets.set(each.pattern, (sets.get(each.pattern) ?? 0) + each.sets);
  const what = [...sets].map(([pattern, count]) =>
    translate("programme.cut.part", { exercise: translate(`programme.pattern.${pattern}.name`), sets: count }),
  );
  return translate("programme.cut.fewerSets", { what: what.join(", ") });
}
