import { encodeQR } from 'qr';

/** The modules of a QR code (ISO/IEC 18004), without its quiet zone. */
export interface QrMatrix {
  /** Modules on a side. */
  readonly size: number;
  dark(row: number, column: number): boolean;
}

/** Modules that must stay white on every side (ISO/IEC 18004 §5.3.8). */
export const quietZone = 4;

/** A QR code of the text, at error level M (the library's “medium”) and the smallest version that holds it. */
export function qrMatrix(value: string): QrMatrix {
  // The library draws a border of one module at the least.
  const rows = encodeQR(value, 'raw', { ecc: 'medium', border: 1 });
  return { size: rows.length - 2, dark: (row, column) => rows[row + 1]![column + 1]! };
}
