/** A ref for words that appear after an answer: they would be missed behind the footer, which `scroll-mb-*` leaves room for. */
export function bringIntoView(words: HTMLElement | null): void {
  words?.scrollIntoView({ block: "nearest" });
}
