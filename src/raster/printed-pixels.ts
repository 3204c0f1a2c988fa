import type { ImageSize } from './header.ts';

/** Pixels an inch that an office printer and a print shop need for a picture to look sharp. */
export const printResolution = 300;

/** A picture of fewer pixels than this many times what it needs is left as it is: being made anew costs sharpness. */
const worthwhile = 1.3;

const pointsPerInch = 72;

/** Width and height. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A picture's pixels, set upright. */
export function uprightPixels(image: ImageSize): Extent {
  return image.orientation >= 5 ? { width: image.height, height: image.width } : image;
}

/**
 * The pixels that a picture needs to be printed in 300 dpi on an upright area of this many pt, as it is stored: its own
 * ratio is kept. Undefined where it has not so many more that it is worthwhile to make it smaller.
 */
export function neededPixels(image: ImageSize, printed: Extent): Extent | undefined {
  const pixels = uprightPixels(image);
  const dots = printResolution / pointsPerInch;
  const scale = Math.max((printed.width * dots) / pixels.width, (printed.height * dots) / pixels.height);
  if (!(scale * worthwhile < 1)) return undefined;
  const side = (length: number) => Math.min(length, Math.max(1, Math.ceil(length * scale - 1e-6)));
  return { width: side(image.width), height: side(image.height) };
}
