// The checks that need no server, database or browser, one command each.
export const staticChecks = [
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "lint", command: ["oxlint", "--type-aware", "--deny-warnings"] },
  { name: "boundaries", command: ["turbo", "boundaries"] },
  { name: "types", command: ["turbo", "run", "types", "--output-logs=errors-only"] },
  { name: "dead code", command: ["knip"] },
  { name: "manifests", command: ["sherif"] },
  { name: "docs", command: ["node", "scripts/docs-check.mjs"] },
  { name: "figure size", command: ["node", "scripts/figure-size.mjs"] },
];

/** Before a commit a tenth of the random cases is tried; `npm test` tries all of them. */
export const unitTests = {
  name: "unit tests",
  command: ["vitest", "run", "--project", "core", "--project", "web"],
  env: { LEGWORK_CASES: "100" },
};
