/** A number as content streams take it: plain decimals, at most `digits` (up to 6) of them. */
export function decimal(value: number, digits = 3): string {
  const scale = 10 ** digits;
  const rounded = Math.round(value * scale) / scale;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** Numbers with a space between them. */
export function decimals(...values: readonly number[]): string {
  return values.map((value) => decimal(value)).join(' ');
}

/** A literal string (ISO 32000-1 §7.3.4.2) of bytes; Latin-1 characters stand for them. */
export function literal(bytes: string): string {
  return `(${escaped(bytes)})`;
}

/** Bytes as a part of a literal string. */
export function escaped(bytes: string): string {
  return bytes.replace(/[\\()\r]/g, (c) => (c === '\r' ? '\\r' : `\\${c}`));
}
