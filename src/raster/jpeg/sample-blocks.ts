import { type ColourSpace, coloursOf, type Pixels } from '../pixels.ts';
import { forwardDct } from './forward-dct.ts';
import { zigzag } from './zigzag.ts';

/** A component that is written: its coefficients, block after block, each in zigzag order. */
export interface CodedComponent {
  readonly kind: 'luminance' | 'chrominance';
  /** Sampling factors. */
  readonly across: number;
  readonly down: number;
  /** Blocks across and down, those that fill the last units included. */
  readonly columns: number;
  readonly rows: number;
  readonly coefficients: Int16Array;
}

/** A sample of a component, of the pixel whose samples begin at `at`. */
type SampleOf = (samples: Uint8Array, at: number) => number;

const luminanceOf: SampleOf = (s, at) =>
  (19595 * s[at]! + 38470 * s[at + 1]! + 7471 * s[at + 2]! + 32768) >> 16;
const blueOf: SampleOf = (s, at) =>
  (-11059 * s[at]! - 21709 * s[at + 1]! + 32768 * s[at + 2]! + 8421375) >> 16;
const redOf: SampleOf = (s, at) => (32768 * s[at]! - 27439 * s[at + 1]! - 5329 * s[at + 2]! + 8421375) >> 16;
const plain =
  (index: number): SampleOf =>
  (s, at) =>
    s[at + index]!;

/** sRGB as luminance and differences (JFIF 1.02), grey and inks as they are. */
const samplesOf: Readonly<Record<ColourSpace, readonly SampleOf[]>> = {
  grey: [plain(0)],
  rgb: [luminanceOf, blueOf, redOf],
  cmyk: [plain(0), plain(1), plain(2), plain(3)],
};

/** Transforms and quantizes a picture; `isHalved`: its colour differences have half as many samples across and down. */
export function codeComponents(
  pixels: Pixels,
  isHalved: boolean,
  tables: Readonly<Record<CodedComponent['kind'], Uint8Array>>,
): readonly CodedComponent[] {
  const halves = isHalved && pixels.space === 'rgb';
  const unit = halves ? 16 : 8;
  return samplesOf[pixels.space].map((sampleOf, index): CodedComponent => {
    const kind = index > 0 && pixels.space === 'rgb' ? 'chrominance' : 'luminance';
    const factor = halves && index === 0 ? 2 : 1;
    const columns = Math.ceil(pixels.width / unit) * factor;
    const rows = Math.ceil(pixels.height / unit) * factor;
    const plane = planeOf(pixels, sampleOf, halves && index > 0 ? 2 : 1, columns * 8, rows * 8);
    const coefficients = transformed(plane, columns, rows, tables[kind]);
    return { kind, across: factor, down: factor, columns, rows, coefficients };
  });
}

/** A component's samples around 0, each the mean of `side` by `side` pixels; the picture's edges go on to those of the plane. */
function planeOf(pixels: Pixels, sampleOf: SampleOf, side: number, width: number, height: number): Int8Array {
  const { samples, space } = pixels;
  const perPixel = coloursOf[space];
  const plane = new Int8Array(width * height);
  const [right, bottom] = [pixels.width - 1, pixels.height - 1];
  for (let y = 0, to = 0; y < height; y++) {
    const top = Math.min(y * side, bottom) * pixels.width;
    const below = Math.min(y * side + side - 1, bottom) * pixels.width;
    for (let x = 0; x < width; x++, to++) {
      const left = Math.min(x * side, right);
      let value = sampleOf(samples, (top + left) * perPixel);
      if (side === 2) {
        const next = Math.min(left + 1, right);
        value += sampleOf(samples, (top + next) * perPixel);
        value += sampleOf(samples, (below + left) * perPixel) + sampleOf(samples, (below + next) * perPixel);
        // Halves go up and down in turn, so that the whole gets no lighter.
        value = (value + 1 + (x & 1)) >> 2;
      }
      plane[to] = value - 128;
    }
  }
  return plane;
}

function transformed(plane: Int8Array, columns: number, rows: number, table: Uint8Array): Int16Array {
  const coefficients = new Int16Array(columns * rows * 64);
  const block = new Int32Array(64);
  for (let number = 0, to = 0; number < columns * rows; number++, to += 64) {
    const from = Math.floor(number / columns) * 64 * columns + (number % columns) * 8;
    for (let i = 0; i < 64; i++) block[i] = plane[from + (i >> 3) * 8 * columns + (i & 7)]!;
    forwardDct(block);
    for (let k = 0; k < 64; k++) {
      const place = zigzag[k]!;
      const value = block[place]!;
      const step = table[place]! * 8;
      const size = Math.floor((Math.abs(value) + (step >> 1)) / step);
      coefficients[to + k] = value < 0 ? -size : size;
    }
  }
  return coefficients;
}
