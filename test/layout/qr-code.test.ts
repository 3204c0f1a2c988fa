import { decodeQR } from 'qr/decode.js';
import { expect, it } from 'vitest';
import { type QrMatrix, qrMatrix, quietZone } from '../../src/layout/paint/qr-code.ts';

/** As a camera sees it: black and white pixels, RGBA, a module four pixels wide, with the quiet zone around. */
function photographed({ size, dark }: QrMatrix) {
  const scale = 4;
  const side = (size + 2 * quietZone) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const row = Math.floor(y / scale) - quietZone;
      const column = Math.floor(x / scale) - quietZone;
      const isInside = row >= 0 && column >= 0 && row < size && column < size;
      if (isInside && dark(row, column)) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

it.each([
  'https://example.org/campaign',
  'https://example.org/kampagne?branch=Köln&x=1',
  'https://example.org/聲援',
  `https://example.org/${'a'.repeat(300)}`,
])('reads back as what was put in: %s', (text) => {
  expect(decodeQR(photographed(qrMatrix(text)))).toBe(text);
});

it('is as small as error level M allows', () => {
  // ISO/IEC 18004 table 7: version 2 holds 26 bytes at level M, version 3 holds 42.
  expect(qrMatrix('a'.repeat(26)).size).toBe(25);
  expect(qrMatrix('a'.repeat(27)).size).toBe(29);
});
