/** Short facts begin with a capital; this is how one stands inside a sentence. */
export function inSentence(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}
