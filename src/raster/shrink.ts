import { codesOfLight, lightOfCodes } from './light.ts';
import { coloursOf, type Pixels } from './pixels.ts';

/**
 * Makes a picture smaller: each pixel is the mean of the area that it covers, of light rather than of sRGB's codes, and
 * by how opaque it is. All of it is counted in whole numbers that a double holds exactly. `width` and `height` are at most the picture's.
 */
export function shrink(pixels: Pixels, width: number, height: number): Pixels {
  const { space, hasAlpha } = pixels;
  const perPixel = coloursOf[space] + (hasAlpha ? 1 : 0);
  const samples = new Uint8Array(width * height * perPixel);
  const light = space === 'cmyk' ? proportional() : lightOfCodes();
  const codes = codesOfLight(light);
  const whole = pixels.width * pixels.height;
  const rowLength = width * perPixel;
  const narrow = narrower(pixels, width, light);
  const sums = new Float64Array(rowLength);
  const parts = sharesOf(pixels.height, height);
  let row: Float64Array = sums;
  let known = -1;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const { first, last, head, tail } = parts(y);
    for (let from = first; from <= last; from++) {
      if (from !== known) row = narrow(from);
      known = from;
      const share = from === first ? head : from === last ? tail : height;
      for (let i = 0; i < rowLength; i++) sums[i]! += row[i]! * share;
    }
    const out = samples.subarray(y * rowLength, (y + 1) * rowLength);
    if (hasAlpha) writeBlended(sums, perPixel, whole, codes, out);
    else for (let i = 0; i < rowLength; i++) out[i] = codes[Math.round(sums[i]! / whole)]!;
  }
  return { width, height, space, hasAlpha, samples };
}

/** The samples of `from` that one of `to` covers, and how much of the first and last; others count `to`. In all, `from`. */
interface Shares {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly tail: number;
}

function sharesOf(from: number, to: number): (index: number) => Shares {
  return (index) => {
    const [start, end] = [index * from, (index + 1) * from];
    const first = Math.floor(start / to);
    const last = Math.ceil(end / to) - 1;
    const head = Math.min(end, (first + 1) * to) - start;
    return { first, last, head, tail: end - last * to };
  };
}

/** Sums up a row's pixels across. With alpha, colours are times their alpha. */
function narrower(pixels: Pixels, width: number, light: Uint16Array): (y: number) => Float64Array {
  const { hasAlpha, samples } = pixels;
  const colours = coloursOf[pixels.space];
  const perPixel = colours + (hasAlpha ? 1 : 0);
  const row = new Float64Array(width * perPixel);
  const shares = Array.from({ length: width }, (_, x) => sharesOf(pixels.width, width)(x));
  return (y) => {
    row.fill(0);
    for (let x = 0, to = 0; x < width; x++, to += perPixel) {
      const { first, last, head, tail } = shares[x]!;
      let at = (y * pixels.width + first) * perPixel;
      for (let from = first; from <= last; from++, at += perPixel) {
        const share = from === first ? head : from === last ? tail : width;
        const weight = hasAlpha ? share * samples[at + colours]! : share;
        for (let i = 0; i < colours; i++) row[to + i]! += light[samples[at + i]!]! * weight;
        if (hasAlpha) row[to + colours]! += weight;
      }
    }
    return row;
  };
}

function writeBlended(
  sums: Float64Array,
  perPixel: number,
  whole: number,
  codes: Uint8Array,
  out: Uint8Array,
): void {
  const colours = perPixel - 1;
  for (let at = 0; at < sums.length; at += perPixel) {
    const alpha = sums[at + colours]!;
    out[at + colours] = Math.round(alpha / whole);
    if (alpha === 0) continue;
    for (let i = 0; i < colours; i++) out[at + i] = codes[Math.round(sums[at + i]! / alpha)]!;
  }
}

/** Inks cover paper by their amount. */
function proportional(): Uint16Array {
  return Uint16Array.from({ length: 256 }, (_, code) => code * 257);
}
