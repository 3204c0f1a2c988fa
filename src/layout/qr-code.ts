import qrcode from 'qrcode-generator';

/** The modules of a QR code (ISO/IEC 18004), without its quiet zone. */
export interface QrMatrix {
  /** Modules on a side. */
  readonly size: number;
  dark(row: number, column: number): boolean;
}

/** Modules that must stay white on every side (ISO/IEC 18004 §5.3.8). */
export const quietZone = 4;

/** A QR code of the text in UTF-8, at error level M and the smallest version that holds it. */
export function qrMatrix(value: string): QrMatrix {
  const code = qrcode(0, 'M');
  code.addData(latin1OfUtf8(value), 'Byte');
  code.make();
  return { size: code.getModuleCount(), dark: (row, column) => code.isDark(row, column) };
}

/** The library takes one byte a code unit; its own UTF-8 switch is global state. */
function latin1OfUtf8(value: string): string {
  return Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join('');
}
