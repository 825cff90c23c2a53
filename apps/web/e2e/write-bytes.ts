import type { Page } from "@playwright/test";

/** Writes so many bytes into a database of its own; answers null, or the name of what stood against it. */
export function writeBytes(page: Page, count: number): Promise<string | null> {
  return page.evaluate(
    (bytes) =>
      new Promise<string | null>((resolve) => {
        const opening = indexedDB.open("bytes");
        opening.addEventListener("error", () => resolve(opening.error?.name ?? "error"));
        opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("bytes"));
        opening.addEventListener("success", () => {
          const tx = opening.result.transaction("bytes", "readwrite");
          tx.objectStore("bytes").put(new Uint8Array(bytes), "all");
          const end = (name: string | null) => {
            opening.result.close();
            resolve(name);
          };
          tx.addEventListener("complete", () => end(null));
          tx.addEventListener("abort", () => end(tx.error?.name ?? "abort"));
        });
      }),
    count,
  );
}
