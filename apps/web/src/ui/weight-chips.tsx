import { useState } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { Field } from "./field";
import { parseNumber } from "./parse-number";
import { nextOwned, OWNABLE_GRAMS, readOwnedGrams, typedOwned, type Owned } from "./weights";

interface WeightChipsProps {
  /** Owned weights by grams. */
  readonly owned: Readonly<Record<string, "one" | "pair">>;
  readonly onChange: (grams: number, owned: Owned) => void;
}

interface Taps {
  /** What was owned when they were made. */
  readonly on: WeightChipsProps["owned"];
  readonly said: Readonly<Record<string, Owned>>;
}

/** Which weights somebody owns: tap for one, again for a pair, again for none; other sizes are typed. */
export function WeightChips({ owned, onChange }: WeightChipsProps) {
  const t = useTranslations("ui.weights");
  // Taps that are not kept yet: two quick ones make a pair.
  const [taps, setTaps] = useState<Taps>({ on: owned, said: {} });
  const said = taps.on === owned ? taps.said : {};
  const own = Object.keys(owned).map(Number);
  const sizes = [...new Set([...OWNABLE_GRAMS, ...own])].sort((one, other) => one - other);

  function say(grams: number, now: Owned) {
    setTaps({ on: owned, said: { ...said, [grams]: now } });
    onChange(grams, now);
  }

  return (
    <fieldset>
      <legend className="mb-2 text-row text-ink2">{t("legend")}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(88px,1fr))] gap-2">
        {sizes.map((grams) => {
          const has = said[grams] ?? owned[grams] ?? "none";
          return (
            <button
              key={grams}
              type="button"
              aria-pressed={has !== "none"}
              onClick={() => say(grams, nextOwned(has))}
              className={classNames(
                "inline-flex min-h-12 items-center justify-center rounded-chip border-[1.25px] px-1 text-body font-button",
                has === "none" ? "border-line text-ink active:bg-sunk" : "border-ink bg-ink text-paper",
              )}
            >
              {t("chip", { kg: grams / 1000, owned: has })}
            </button>
          );
        })}
      </div>
      <OtherWeight onAdd={(grams) => say(grams, typedOwned(said[grams] ?? owned[grams] ?? "none"))} />
    </fieldset>
  );
}

function OtherWeight({ onAdd }: { onAdd: (grams: number) => void }) {
  const t = useTranslations("ui.weights");
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const grams = readOwnedGrams(parseNumber(typed));

  function commit() {
    setAsked(typed.trim() !== "" && grams === null);
    if (grams === null) return;
    setTyped("");
    onAdd(grams);
  }

  return (
    <Field
      className="mt-3"
      label={t("other")}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      problem={asked && grams === null ? t("badWeight") : null}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
    />
  );
}
