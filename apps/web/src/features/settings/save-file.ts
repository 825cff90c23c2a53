/** Longer than any browser takes to begin a download; later ones would only hold memory. Our own choice. */
const HOLD_MS = 60_000;

/** Hands a file to the browser to keep. */
export function saveFile(file: File) {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), HOLD_MS);
}
