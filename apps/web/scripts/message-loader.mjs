import compile from "icu-minify/compile";

/**
 * Turbopack loader: turns the ICU messages of a catalogue into what `use-intl/format-message/format-only` reads,
 * so that the phone needs no ICU parser.
 */
// oxlint-disable-next-line import/no-default-export -- a loader is found by its default export
export default function messageLoader(source) {
  return `export default ${JSON.stringify(compiled(JSON.parse(source)))};`;
}

function compiled(messages) {
  if (typeof messages === "string") return compile(messages);
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, compiled(value)]));
}
