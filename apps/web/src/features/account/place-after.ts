/** Where to go when it is done: a place of this app, never another site. */
export function placeAfter(asked: string | null): string {
  return asked !== null && /^\/(?![/\\])/.test(asked) ? asked : "/more";
}
