import { ChoiceChip } from "./chip";
import { classNames } from "./class-names";

interface ChipGroupProps<Option extends string> {
  readonly label: string;
  readonly options: readonly Option[];
  readonly words: (option: Option) => string;
  readonly chosen: readonly Option[];
  readonly onPress: (option: Option) => void;
  /** One row that scrolls on a phone, for long lists. */
  readonly scrolls?: true;
}

/** Words that are on or off under one question. */
export function ChipGroup<Option extends string>(props: ChipGroupProps<Option>) {
  const { label, options, words, chosen, onPress, scrolls } = props;
  return (
    <fieldset className="min-w-0 pt-3">
      <legend className="float-left text-body">{label}</legend>
      <div
        className={classNames(
          "clear-both flex gap-2 pt-2",
          scrolls ? "-mx-5 overflow-x-auto px-5 pb-1 desk:flex-wrap" : "flex-wrap",
        )}
      >
        {options.map((option) => (
          <ChoiceChip key={option} pressed={chosen.includes(option)} onPress={() => onPress(option)}>
            {words(option)}
          </ChoiceChip>
        ))}
      </div>
    </fieldset>
  );
}
