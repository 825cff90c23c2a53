/** `text` as gzip; null where the browser cannot. */
export async function zipped(text: string): Promise<Blob | null> {
  if (typeof CompressionStream === "undefined") return null;
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).blob();
}
