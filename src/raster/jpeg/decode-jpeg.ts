import { coloursOf, type Pixels } from '../pixels.ts';
import { type JpegColours, jpegColours } from './colours.ts';
import type { Frame, Plane } from './frame.ts';
import { inverseDct } from './inverse-dct.ts';
import { readCoefficients } from './read-coefficients.ts';
import { rowReader } from './upsample.ts';

/**
 * Decodes a JPEG of Huffman codes and 8 bits, baseline or progressive (ITU-T T.81), as it is stored: its orientation is
 * not applied. Luminance and colour differences become sRGB, inks are those that are printed, whichever way round they are stored. Throws
 * `BrokenPicture` where a code is wrong or missing.
 */
export function decodeJpeg(bytes: Uint8Array): Pixels {
  const { frame, planes } = samplePlanes(bytes);
  const colours = jpegColours(bytes);
  const { space } = colours;
  const perPixel = coloursOf[space];
  const { width, height } = frame;
  const samples = new Uint8Array(width * height * perPixel);
  const readers = planes.map((plane) => rowReader(plane, frame));
  for (let y = 0; y < height; y++) {
    const rows = readers.map((read) => read(y));
    writeRow(rows, colours, samples.subarray(y * width * perPixel, (y + 1) * width * perPixel));
  }
  return { width, height, space, hasAlpha: false, samples };
}

/** The coefficients of all components go before their colours are put together. */
function samplePlanes(bytes: Uint8Array): { readonly frame: Frame; readonly planes: readonly Plane[] } {
  const { frame, planes, quantization } = readCoefficients(bytes, true);
  const space = new Int32Array(64);
  return {
    frame,
    planes: planes.map(({ component, values }): Plane => {
      const { storedColumns, rows } = component;
      const stride = 8 * storedColumns;
      const table = quantization.get(component.quantization)!;
      const samples = new Uint8ClampedArray(stride * 8 * rows);
      for (let block = 0; block < storedColumns * rows; block++) {
        const to = Math.floor(block / storedColumns) * 8 * stride + (block % storedColumns) * 8;
        inverseDct(values, 64 * block, table, samples, to, stride, space);
      }
      return { component, samples, stride };
    }),
  };
}

/** Puts a row of each component together. */
function writeRow(
  rows: readonly Uint8ClampedArray[],
  { space, isTransformed, isInverted }: JpegColours,
  out: Uint8Array,
): void {
  const [first, second, third, fourth] = rows as readonly [
    Uint8ClampedArray,
    Uint8ClampedArray,
    Uint8ClampedArray,
    Uint8ClampedArray,
  ];
  if (space === 'grey') {
    out.set(first.subarray(0, out.length));
    return;
  }
  const perPixel = coloursOf[space];
  for (let x = 0, to = 0; to < out.length; x++, to += perPixel) {
    if (isTransformed) {
      const luminance = first[x]!;
      const blue = second[x]! - 128;
      const red = third[x]! - 128;
      out[to] = clamp(luminance + ((91881 * red + 32768) >> 16));
      out[to + 1] = clamp(luminance + ((-22554 * blue - 46802 * red + 32768) >> 16));
      out[to + 2] = clamp(luminance + ((116130 * blue + 32768) >> 16));
    } else {
      out[to] = first[x]!;
      out[to + 1] = second[x]!;
      out[to + 2] = third[x]!;
    }
    if (space === 'cmyk') writeInks(out, to, isTransformed, isInverted, fourth[x]!);
  }
}

/** YCCK's colours are the complements of its inks (Adobe TN 5116); Adobe stores the complements of all inks. */
function writeInks(
  out: Uint8Array,
  to: number,
  isTransformed: boolean,
  isInverted: boolean,
  black: number,
): void {
  if (isTransformed !== isInverted) for (let i = 0; i < 3; i++) out[to + i] = 255 - out[to + i]!;
  out[to + 3] = isInverted ? 255 - black : black;
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
