import { isDefaultIgnorable } from '../unicode/general-category.ts';

/** White space that hangs at a line's end (css-text-3 §4.1.3): spaces and tabs, and the wide space. */
export function hangs(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0x3000 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a && unit !== 0x2007) ||
    unit === 0x205f
  );
}

/** Characters that end a line for good (UAX #14 BK, CR, LF, NL). */
export function endsLine(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** Word separators that `word-spacing` and justification widen (css-text-3 §8.1). */
export function separatesWords(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x1361;
}

/** Characters that are drawn by no glyph of their own, so that no face has to have them. */
export function needsNoGlyph(codePoint: number): boolean {
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f)) return true;
  if (codePoint < 0xad) return false;
  return codePoint === 0x2028 || codePoint === 0x2029 || isDefaultIgnorable(codePoint);
}
