/** The points of a simple glyph (OpenType `glyf`), font units. */
export interface GlyfPoints {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly onCurve: readonly boolean[];
  /** The last point of each contour. */
  readonly ends: readonly number[];
  /** Contours overlap: they are filled as one. */
  readonly overlaps: boolean;
}

const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;
const OVERLAPS = 0x40;

/** Reads the `glyf` entry of a simple glyph. Throws RangeError where it is broken. */
export function decodePoints(entry: Uint8Array): GlyfPoints {
  const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
  const contours = view.getInt16(0);
  const ends = Array.from({ length: contours }, (_, i) => view.getUint16(10 + 2 * i));
  const count = contours === 0 ? 0 : ends.at(-1)! + 1;
  let at = 10 + 2 * contours;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = view.getUint8(at++);
    const times = flag & REPEAT ? view.getUint8(at++) + 1 : 1;
    for (let i = 0; i < times && flags.length < count; i++) flags.push(flag);
  }
  const readAxis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const x = readAxis(X_SHORT, X_SAME_OR_POSITIVE);
  const y = readAxis(Y_SHORT, Y_SAME_OR_POSITIVE);
  return {
    x,
    y,
    ends,
    onCurve: flags.map((flag) => (flag & ON_CURVE) !== 0),
    overlaps: (flags[0]! & OVERLAPS) !== 0,
  };
}

/** A `glyf` entry without hinting of points, whose coordinates are rounded; empty without points. */
export function encodePoints(points: GlyfPoints): Uint8Array {
  const { ends, onCurve } = points;
  if (ends.length === 0 || onCurve.length === 0) return new Uint8Array(0);
  const x = points.x.map(Math.round);
  const y = points.y.map(Math.round);
  const flags: number[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  onCurve.forEach((on, i) => {
    let flag = (on ? ON_CURVE : 0) | (i === 0 && points.overlaps ? OVERLAPS : 0);
    flag |= pushDelta(xs, x[i]! - (x[i - 1] ?? 0), X_SHORT, X_SAME_OR_POSITIVE);
    flag |= pushDelta(ys, y[i]! - (y[i - 1] ?? 0), Y_SHORT, Y_SAME_OR_POSITIVE);
    flags.push(flag);
  });
  const packed = packFlags(flags);
  const head = 12 + 2 * ends.length;
  const entry = new Uint8Array(head + packed.length + xs.length + ys.length);
  const view = new DataView(entry.buffer);
  view.setInt16(0, ends.length);
  writeBox(view, boxOf(x, y));
  ends.forEach((end, i) => {
    view.setUint16(10 + 2 * i, end);
  });
  entry.set(packed, head);
  entry.set(xs, head + packed.length);
  entry.set(ys, head + packed.length + xs.length);
  return entry;
}

/** Writes a glyph's box into the head of its entry. */
export function writeBox(view: DataView, box: readonly number[]): void {
  box.forEach((value, i) => {
    view.setInt16(2 + 2 * i, value);
  });
}

/** xMin, yMin, xMax, yMax. */
function boxOf(x: readonly number[], y: readonly number[]): readonly number[] {
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return [least(x), least(y), most(x), most(y)];
}

function pushDelta(bytes: number[], delta: number, short: number, same: number): number {
  if (delta === 0) return same;
  if (Math.abs(delta) < 256) {
    bytes.push(Math.abs(delta));
    return delta > 0 ? short | same : short;
  }
  bytes.push((delta >> 8) & 0xff, delta & 0xff);
  return 0;
}

function packFlags(flags: readonly number[]): readonly number[] {
  const packed: number[] = [];
  for (let i = 0; i < flags.length; ) {
    let run = 1;
    while (run < 256 && flags[i + run] === flags[i]) run++;
    if (run > 1) packed.push(flags[i]! | REPEAT, run - 1);
    else packed.push(flags[i]!);
    i += run;
  }
  return packed;
}
