/** Shares of the plate's width and height; the drawing's own measures. */
const STUB_WIDTH = 0.105;
const STUB_HEIGHT = 0.46;
const CORNER = 0.24;
const CORNER_MAX = 7;
const LETTER = 0.56;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlateGeometry {
  readonly block: Box;
  readonly radius: number;
  readonly stroke: number;
  readonly stubs: readonly [Box, Box];
  readonly stubRadius: number;
  /** Font size of the letter. */
  readonly letter: number;
  /** The path of the lower `dose` (0–1) of the block. */
  readonly filled: (dose: number) => string;
}

/** The parts of a plate that fills `width` × `height`, its lines included. */
export function plateGeometry(width: number, height: number): PlateGeometry {
  const stroke = height < 18 ? 1.25 : 1.5;
  const stub = width * STUB_WIDTH;
  const block: Box = {
    x: stub + stroke / 2,
    y: stroke / 2,
    width: width - 2 * stub - stroke,
    height: height - stroke,
  };
  const radius = Math.min(CORNER_MAX, CORNER * height);
  const stubHeight = height * STUB_HEIGHT;
  const stubBox = (x: number): Box => ({
    x,
    y: (height - stubHeight) / 2,
    width: stub + stroke / 2,
    height: stubHeight,
  });

  return {
    block,
    radius,
    stroke,
    stubs: [stubBox(0), stubBox(width - stub - stroke / 2)],
    stubRadius: stub / 2,
    letter: height * LETTER,
    filled: (dose) => lowerPart(block, radius, Math.min(1, Math.max(0, dose))),
  };
}

function lowerPart({ x, y, width, height }: Box, radius: number, dose: number): string {
  const top = y + height * (1 - dose);
  const round = Math.min(radius, height * dose);
  const bottom = y + height;
  return `M${x} ${top}H${x + width}V${bottom - round}A${round} ${round} 0 0 1 ${x + width - round} ${bottom}H${x + round}A${round} ${round} 0 0 1 ${x} ${bottom - round}Z`;
}
