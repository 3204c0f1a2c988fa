/** The tables of ITU-T T.81 annex K.1, row by row. */
const luminance = [
  ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55],
  ...[14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62],
  ...[18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92],
  ...[49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99],
];
const chrominance = [
  ...[17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99],
  ...[24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99],
  ...Array<number>(32).fill(99),
];

/** Steps of the coefficients, row by row: of what is seen sharply, or of colour differences. `quality` is libjpeg's, 50 to 100. */
export function quantizationTable(kind: 'luminance' | 'chrominance', quality: number): Uint8Array {
  const scale = 200 - 2 * quality;
  const table = kind === 'luminance' ? luminance : chrominance;
  return Uint8Array.from(table, (step) => Math.max(1, Math.floor((step * scale + 50) / 100)));
}
