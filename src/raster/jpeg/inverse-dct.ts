/**
 * The inverse cosine transform of a block, by Loeffler, Ligtenberg and Moschytz in whole numbers: 13 bits of fraction in
 * the constants, 2 in what is between the passes. It is that of the Independent JPEG Group's "islow", so that pixels are
 * those of the decoders that use it, to the last bit. Writes 8 rows of 8 samples into
 * `plane` from `to` on; `space` has room for 64 numbers between the passes.
 */
export function inverseDct(
  coefficients: Int16Array,
  at: number,
  table: Uint16Array,
  plane: Uint8ClampedArray,
  to: number,
  stride: number,
  space: Int32Array,
): void {
  for (let i = 0; i < 8; i++) transformColumn(coefficients, at + i, table, space, i);
  for (let i = 0; i < 8; i++) transformRow(space, 8 * i, plane, to + i * stride);
}

const { imul } = Math;

function transformColumn(
  coefficients: Int16Array,
  at: number,
  table: Uint16Array,
  space: Int32Array,
  i: number,
): void {
  const c0 = imul(coefficients[at]!, table[i]!);
  const c1 = coefficients[at + 8]!;
  const c2 = coefficients[at + 16]!;
  const c3 = coefficients[at + 24]!;
  const c4 = coefficients[at + 32]!;
  const c5 = coefficients[at + 40]!;
  const c6 = coefficients[at + 48]!;
  const c7 = coefficients[at + 56]!;
  if ((c1 | c2 | c3 | c4 | c5 | c6 | c7) === 0) {
    for (let row = 0; row < 64; row += 8) space[row + i] = c0 << 2;
    return;
  }
  const d2 = imul(c2, table[i + 16]!);
  const d6 = imul(c6, table[i + 48]!);
  const z = imul(d2 + d6, 4433);
  const even2 = z - imul(d6, 15137);
  const even3 = z + imul(d2, 6270);
  const d4 = imul(c4, table[i + 32]!);
  const even0 = (c0 + d4) << 13;
  const even1 = (c0 - d4) << 13;
  const o0 = imul(c7, table[i + 56]!);
  const o1 = imul(c5, table[i + 40]!);
  const o2 = imul(c3, table[i + 24]!);
  const o3 = imul(c1, table[i + 8]!);
  const z5 = imul(o0 + o2 + o1 + o3, 9633);
  const z1 = imul(o0 + o3, -7373);
  const z2 = imul(o1 + o2, -20995);
  const z3 = imul(o0 + o2, -16069) + z5;
  const z4 = imul(o1 + o3, -3196) + z5;
  const odd0 = imul(o0, 2446) + z1 + z3;
  const odd1 = imul(o1, 16819) + z2 + z4;
  const odd2 = imul(o2, 25172) + z2 + z3;
  const odd3 = imul(o3, 12299) + z1 + z4;
  const half = 1 << 10;
  const e0 = even0 + even3 + half;
  const e1 = even1 + even2 + half;
  const e2 = even1 - even2 + half;
  const e3 = even0 - even3 + half;
  space[i] = (e0 + odd3) >> 11;
  space[i + 56] = (e0 - odd3) >> 11;
  space[i + 8] = (e1 + odd2) >> 11;
  space[i + 48] = (e1 - odd2) >> 11;
  space[i + 16] = (e2 + odd1) >> 11;
  space[i + 40] = (e2 - odd1) >> 11;
  space[i + 24] = (e3 + odd0) >> 11;
  space[i + 32] = (e3 - odd0) >> 11;
}

function transformRow(space: Int32Array, i: number, plane: Uint8ClampedArray, to: number): void {
  const c0 = space[i]!;
  const o3 = space[i + 1]!;
  const d2 = space[i + 2]!;
  const o2 = space[i + 3]!;
  const d4 = space[i + 4]!;
  const o1 = space[i + 5]!;
  const d6 = space[i + 6]!;
  const o0 = space[i + 7]!;
  const z = imul(d2 + d6, 4433);
  const even2 = z - imul(d6, 15137);
  const even3 = z + imul(d2, 6270);
  const even0 = (c0 + d4) << 13;
  const even1 = (c0 - d4) << 13;
  const z5 = imul(o0 + o2 + o1 + o3, 9633);
  const z1 = imul(o0 + o3, -7373);
  const z2 = imul(o1 + o2, -20995);
  const z3 = imul(o0 + o2, -16069) + z5;
  const z4 = imul(o1 + o3, -3196) + z5;
  const odd0 = imul(o0, 2446) + z1 + z3;
  const odd1 = imul(o1, 16819) + z2 + z4;
  const odd2 = imul(o2, 25172) + z2 + z3;
  const odd3 = imul(o3, 12299) + z1 + z4;
  // Half of what is cut off, and 128, around which samples lie.
  const middle = (1 << 17) + (128 << 18);
  const e0 = even0 + even3 + middle;
  const e1 = even1 + even2 + middle;
  const e2 = even1 - even2 + middle;
  const e3 = even0 - even3 + middle;
  plane[to] = (e0 + odd3) >> 18;
  plane[to + 7] = (e0 - odd3) >> 18;
  plane[to + 1] = (e1 + odd2) >> 18;
  plane[to + 6] = (e1 - odd2) >> 18;
  plane[to + 2] = (e2 + odd1) >> 18;
  plane[to + 5] = (e2 - odd1) >> 18;
  plane[to + 3] = (e3 + odd0) >> 18;
  plane[to + 4] = (e3 - odd0) >> 18;
}
