import type { Frame, Plane } from './frame.ts';

/**
 * Reads a component as rows of the whole picture. Samples of one that has fewer lie in the middle of the pixels that
 * they stand for; what is between them is in proportion. What is given back holds until the next row is read.
 */
export function rowReader(plane: Plane, frame: Frame): (y: number) => Uint8ClampedArray {
  const { component, samples, stride } = plane;
  const vertical = positions(frame.height, component.height, component.down, frame.down);
  const horizontal = positions(frame.width, component.width, component.across, frame.across);
  const between = new Uint16Array(component.width);
  const row = new Uint8ClampedArray(frame.width);
  return (y) => {
    const from = vertical.before[y]! * stride;
    const part = vertical.part[y]!;
    const isWide = component.across === frame.across;
    if (isWide && part === 0) return samples.subarray(from, from + frame.width);
    const next = Math.min(vertical.before[y]! + 1, component.height - 1) * stride;
    const rest = vertical.whole - part;
    for (let x = 0; x < between.length; x++)
      between[x] = samples[from + x]! * rest + samples[next + x]! * part;
    spread(between, horizontal, vertical.whole, row);
    return row;
  };
}

/** For each pixel: the sample before its middle, and how near it is to the next, of `whole` parts. */
interface Positions {
  readonly before: Int32Array;
  readonly part: Uint8Array;
  readonly whole: number;
}

function positions(pixels: number, samples: number, factor: number, most: number): Positions {
  const before = new Int32Array(pixels);
  const part = new Uint8Array(pixels);
  const whole = 2 * most;
  for (let i = 0; i < pixels; i++) {
    const place = Math.max(0, (2 * i + 1) * factor - most);
    before[i] = Math.min(samples - 1, Math.floor(place / whole));
    part[i] = factor === most ? 0 : place % whole;
  }
  return { before, part, whole };
}

/** `between` holds samples times `scale`. */
function spread(
  between: Uint16Array,
  { before, part, whole }: Positions,
  scale: number,
  row: Uint8ClampedArray,
): void {
  const total = scale * whole;
  const last = between.length - 1;
  for (let x = 0; x < row.length; x++) {
    const at = before[x]!;
    const near = part[x]!;
    const sum = between[at]! * (whole - near) + between[at < last ? at + 1 : last]! * near;
    row[x] = Math.floor((sum + total / 2) / total);
  }
}
