/**
 * The cosine transform of a block in place, times 8: the other direction of `inverse-dct.ts`, in the same whole numbers.
 * Samples are given around 0.
 */
export function forwardDct(block: Int32Array): void {
  for (let row = 0; row < 64; row += 8) transform(block, row, 1, true);
  for (let column = 0; column < 8; column++) transform(block, column, 8, false);
}

const { imul } = Math;

/** Eight numbers that are `step` apart. Rows keep 2 bits of fraction, which columns take away. */
function transform(block: Int32Array, at: number, step: number, isRow: boolean): void {
  const s0 = block[at]! + block[at + 7 * step]!;
  const s7 = block[at]! - block[at + 7 * step]!;
  const s1 = block[at + step]! + block[at + 6 * step]!;
  const s6 = block[at + step]! - block[at + 6 * step]!;
  const s2 = block[at + 2 * step]! + block[at + 5 * step]!;
  const s5 = block[at + 2 * step]! - block[at + 5 * step]!;
  const s3 = block[at + 3 * step]! + block[at + 4 * step]!;
  const s4 = block[at + 3 * step]! - block[at + 4 * step]!;
  const bits = isRow ? 11 : 15;
  const half = 1 << (bits - 1);
  const sum = s0 + s3 + s1 + s2;
  const difference = s0 + s3 - s1 - s2;
  block[at] = isRow ? sum << 2 : (sum + 2) >> 2;
  block[at + 4 * step] = isRow ? difference << 2 : (difference + 2) >> 2;
  const z = imul(s0 - s3 + s1 - s2, 4433) + half;
  block[at + 2 * step] = (z + imul(s0 - s3, 6270)) >> bits;
  block[at + 6 * step] = (z - imul(s1 - s2, 15137)) >> bits;
  const z5 = imul(s4 + s6 + s5 + s7, 9633) + half;
  const z1 = imul(s4 + s7, -7373);
  const z2 = imul(s5 + s6, -20995);
  const z3 = imul(s4 + s6, -16069) + z5;
  const z4 = imul(s5 + s7, -3196) + z5;
  block[at + 7 * step] = (imul(s4, 2446) + z1 + z3) >> bits;
  block[at + 5 * step] = (imul(s5, 16819) + z2 + z4) >> bits;
  block[at + 3 * step] = (imul(s6, 25172) + z2 + z3) >> bits;
  block[at + step] = (imul(s7, 12299) + z1 + z4) >> bits;
}
