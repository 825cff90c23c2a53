import type { Translate } from "../placement";
import type { LibrarySession } from "./library";

const NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"] as const;

/** The name of a session: "Lower-Body Foundation I · band". Without kit nothing is added. */
export function libraryName({ name, kit }: Pick<LibrarySession, "name" | "kit">, translate: Translate): string {
  const { series, level, part } = name;
  const values = {
    title: translate(`library.title.${series}.${level}`),
    part: NUMERALS[part - 1] ?? String(part),
  };
  const named = translate(series.startsWith("snack") ? "library.nameAlone" : "library.name", values);
  return kit === "none"
    ? named
    : translate("library.nameWithKit", { name: named, kit: translate(`library.kit.${kit}`) });
}

/** What a session is for, in one sentence. */
export function libraryDescription({ name }: Pick<LibrarySession, "name">, translate: Translate): string {
  return translate(`library.description.${name.series}`);
}
