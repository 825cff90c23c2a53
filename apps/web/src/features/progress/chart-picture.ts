const GUTTER = 20;
const TITLE_HEIGHT = 32;
const LINE_HEIGHT = 20;
/** Mean width of a letter at 14 px; our own measure, wide enough for German and Dutch words. */
const LETTER_WIDTH = 7;
const FONT = "Archivo, Helvetica, Arial, sans-serif";
/** Sharp on any screen and in a message. Our own choice. */
const PIXELS_PER_PIXEL = 2;

interface PictureText {
  readonly title: string;
  readonly summary: string;
  /** The value of a colour variable: `--ink` → `#1b1d21`. */
  readonly colour: (name: string) => string;
}

/** A chart as a drawing that stands alone: title and sentence above it, colours written out. */
export function chartPicture(chart: SVGSVGElement, { title, summary, colour }: PictureText): string {
  const width = Number(chart.getAttribute("width"));
  const height = Number(chart.getAttribute("height"));
  const lines = wrap(summary, Math.floor(width / LETTER_WIDTH));
  const chartTop = GUTTER + TITLE_HEIGHT + lines.length * LINE_HEIGHT + 12;
  const whole = { width: width + 2 * GUTTER, height: chartTop + height + GUTTER };
  const text = lines
    .map(
      (line, index) =>
        `<tspan x="${GUTTER}" y="${GUTTER + TITLE_HEIGHT + index * LINE_HEIGHT + 8}">${escapeXml(line)}</tspan>`,
    )
    .join("");
  const inner = new XMLSerializer().serializeToString(chart);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="${FONT}">`,
    `<rect width="100%" height="100%" fill="var(--paper)"/>`,
    `<text x="${GUTTER}" y="${GUTTER + 20}" font-size="20" font-weight="600" fill="var(--ink)">${escapeXml(title)}</text>`,
    `<text font-size="14" fill="var(--ink)">${text}</text>`,
    `<g transform="translate(${GUTTER} ${chartTop})">${inner}</g>`,
    "</svg>",
  ]
    .join("")
    .replaceAll(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => colour(name));
}

/** Paints a drawing. Rejects when the browser refuses to. */
export async function pngOf(drawing: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * PIXELS_PER_PIXEL;
    canvas.height = image.naturalHeight * PIXELS_PER_PIXEL;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error("The canvas gave no picture")) : resolve(blob)));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own reference by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function wrap(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > letters && line !== "") {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
