/**
 * Packed point numbers (OpenType, "Tuple variation store"); `points` is undefined where all are meant, `end` is where
 * what follows begins.
 */
export function unpackPoints(
  view: DataView,
  start: number,
): { readonly points: readonly number[] | undefined; readonly end: number } {
  let at = start;
  let count = view.getUint8(at++);
  if (count & 0x80) count = ((count & 0x7f) << 8) | view.getUint8(at++);
  if (count === 0) return { points: undefined, end: at };
  const points: number[] = [];
  let point = 0;
  while (points.length < count) {
    const control = view.getUint8(at++);
    const wide = (control & 0x80) !== 0;
    for (let i = 0; i <= (control & 0x7f) && points.length < count; i++) {
      point += wide ? view.getUint16(at) : view.getUint8(at);
      at += wide ? 2 : 1;
      points.push(point);
    }
  }
  return { points, end: at };
}

/** Packed deltas, `count` of them. */
export function unpackDeltas(
  view: DataView,
  start: number,
  count: number,
): { readonly deltas: readonly number[]; readonly end: number } {
  const deltas: number[] = [];
  let at = start;
  while (deltas.length < count) {
    const control = view.getUint8(at++);
    const size = control & 0x80 ? 0 : control & 0x40 ? 2 : 1;
    for (let i = 0; i <= (control & 0x3f) && deltas.length < count; i++) {
      deltas.push(size === 0 ? 0 : size === 2 ? view.getInt16(at) : view.getInt8(at));
      at += size;
    }
  }
  return { deltas, end: at };
}
