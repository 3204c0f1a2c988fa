/** What WinAnsiEncoding has from 0x80 to 0x9f (ISO 32000-1 annex D.2); a space for a code that it leaves out. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The first and last code that stand for a character. */
export const FIRST_CODE = 0x20;
export const LAST_CODE = 0xff;

/** The code point of a code of WinAnsiEncoding from 0x20 to 0xff; undefined for one that stands for nothing. */
export function winAnsiCharacter(code: number): number | undefined {
  if (code < 0x7f || code >= 0xa0) return code;
  const point = upper.codePointAt(code - 0x80);
  return point === 0x20 ? undefined : point;
}
