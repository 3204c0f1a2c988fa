import { literal } from './numbers.ts';

/** A character to be shown; thousandths of the em. */
export interface ShownCode {
  readonly code: number;
  /** How far the font's `W` moves the pen. */
  readonly stated: number;
  /** Where it is to stand, from the run's start. */
  readonly at: number;
}

/** A string of codes or an adjustment of a `TJ` array (ISO 32000-1 §9.4.3). */
export type TextPart = readonly number[] | number;

/**
 * Codes as strings and whole adjustments. The pen is followed, so that rounding never adds up: each stands within
 * half a thousandth of the em of its place.
 */
export function textParts(shown: readonly ShownCode[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let codes: number[] | undefined;
  let pen = 0;
  for (const { code, stated, at } of shown) {
    const gap = Math.round(at - pen);
    if (gap !== 0) {
      parts.push(-gap);
      codes = undefined;
    }
    if (codes === undefined) {
      codes = [];
      parts.push(codes);
    }
    codes.push(code);
    pen += gap + stated;
  }
  return parts;
}

function codeString(codes: readonly number[]): string {
  return literal(codes.map((code) => String.fromCharCode(code >> 8, code & 0xff)).join(''));
}

/** The operator that shows the parts. */
export function showText(parts: readonly TextPart[]): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return `${codeString(only)}Tj`;
  return `[${parts.map((part) => (typeof part === 'number' ? part : codeString(part))).join('')}]TJ`;
}
