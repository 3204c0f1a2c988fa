import { paeth } from './paeth.ts';

/** Rows with the Paeth filter, which photographs deflate best with; `step` is the bytes of a pixel. */
export function filterRows(samples: Uint8Array, rowLength: number, step: number): Uint8Array {
  const rows = samples.length / rowLength;
  const out = new Uint8Array(samples.length + rows);
  for (let row = 0; row < rows; row++) {
    const from = row * rowLength;
    const to = from + row;
    out[to] = 4;
    for (let i = 0; i < rowLength; i++) {
      const left = i >= step ? samples[from + i - step]! : 0;
      const up = row > 0 ? samples[from + i - rowLength]! : 0;
      const corner = row > 0 && i >= step ? samples[from + i - rowLength - step]! : 0;
      out[to + 1 + i] = samples[from + i]! - paeth(left, up, corner);
    }
  }
  return out;
}
