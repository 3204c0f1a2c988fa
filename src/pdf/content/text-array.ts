import { decimal, literal } from './numbers.ts';

/** A glyph ready to be shown. Thousandths of the em, but for the rise. */
export interface ShownGlyph {
  /** The character code; `undefined` moves the pen only. */
  readonly code: number | undefined;
  /** What the font's `W` says. */
  readonly stated: number;
  /** How far the pen is to move in truth. */
  readonly advance: number;
  readonly dx: number;
  /** Text rise, pt. */
  readonly rise: number;
}

/** A string or an adjustment of a `TJ` array (ISO 32000-1 §9.4.3); a rise ends the array and starts another. */
export type TextPart =
  | { readonly kind: 'codes'; readonly codes: readonly number[] }
  | { readonly kind: 'adjust'; readonly amount: number }
  | { readonly kind: 'rise'; readonly rise: number };

/**
 * Glyphs as strings and whole adjustments. The pen is followed on both sides, so that rounding never adds up: every
 * glyph stands within half a thousandth of the em of its place.
 */
export function textParts(glyphs: readonly ShownGlyph[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let codes: number[] | undefined;
  let meant = 0;
  let drawn = 0;
  let rise = 0;
  for (const glyph of glyphs) {
    if (glyph.code !== undefined) {
      if (glyph.rise !== rise) {
        rise = glyph.rise;
        parts.push({ kind: 'rise', rise });
        codes = undefined;
      }
      const gap = Math.round(meant + glyph.dx - drawn);
      if (gap !== 0) {
        parts.push({ kind: 'adjust', amount: -gap });
        drawn += gap;
        codes = undefined;
      }
      if (codes === undefined) {
        codes = [];
        parts.push({ kind: 'codes', codes });
      }
      codes.push(glyph.code);
      drawn += glyph.stated;
    }
    meant += glyph.advance;
  }
  if (rise !== 0) parts.push({ kind: 'rise', rise: 0 });
  return parts;
}

function codeString(codes: readonly number[]): string {
  return literal(codes.map((code) => String.fromCharCode(code >> 8, code & 0xff)).join(''));
}

/** The operators that show the parts: `Tj`, `TJ` and `Ts`. */
export function showText(parts: readonly TextPart[]): string {
  let out = '';
  let array: string[] = [];
  const flush = () => {
    if (array.length === 1 && array[0]!.startsWith('(')) out += `${array[0]}Tj\n`;
    else if (array.length > 0) out += `[${array.join('')}]TJ\n`;
    array = [];
  };
  for (const part of parts) {
    if (part.kind === 'codes') array.push(codeString(part.codes));
    else if (part.kind === 'adjust')
      array.push(array.at(-1)?.endsWith(')') === false ? ` ${part.amount}` : `${part.amount}`);
    else {
      flush();
      out += `${decimal(part.rise)} Ts\n`;
    }
  }
  flush();
  return out;
}
