/** Cells a code point takes on a terminal: 2 for wide ones (UAX #11 W and F) and emoji, 0 for marks and formats, else 1. */
export function cellsOf(code: number): number {
  if (code < 0x300) return 1;
  if (isWide(code)) return 2;
  const character = String.fromCodePoint(code);
  if (/\p{Emoji_Presentation}/u.test(character)) return 2;
  return /[\p{Mn}\p{Me}\p{Cf}]/u.test(character) ? 0 : 1;
}

/** Cells of a text on a line. */
export function cellsIn(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOf(character.codePointAt(0)!);
  return cells;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/**
 * A text that a terminal only shows: controls become their pictures, bidi controls and halves of characters
 * U+FFFD. It keeps its length in UTF-16 units. Tabs stay.
 */
export function showControls(text: string): string {
  return text
    .replace(/[\0-\x08\n-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/g, '\ufffd')
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd');
}

/** Whether a text has letters that terminals may show from right to left. */
export function isRightToLeft(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/.test(text);
}
