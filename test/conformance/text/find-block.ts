/** Compatibility forms folded, and no format characters that readers put in or leave out. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\f]/g, '');
}

/**
 * Where a block ends in a text, letter by letter and from a place on; -1 where it is not there. Lines of the text may
 * end between words, behind a hyphen that the line added, and in scripts without spaces between any two letters.
 */
export function endOfBlock(block: string, printed: string, from = 0): number {
  const end = '(?:[-\u00ad\u2010]?\\n)?';
  const words = plainText(block)
    .split(/\s+/)
    .map((word) => [...word].map(escaped).join(end));
  const pattern = new RegExp(words.join('\\s+'), 'gu');
  pattern.lastIndex = from;
  return pattern.test(printed) ? pattern.lastIndex : -1;
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}

/** The text of pages without the lines that stand on each of them, the number of the page aside. */
export function withoutFurniture(pages: readonly string[]): string {
  const sameLine = (line: string) => line.replace(/\p{Nd}+/gu, '#').trim();
  const lines = pages.map((page) => page.split('\n'));
  const repeated = lines.map((page) => new Set(page.map(sameLine)));
  const isFurniture = (line: string) => repeated.every((page) => page.has(sameLine(line)));
  if (pages.length < 2) return pages.join('\n');
  return lines
    .map((page) => page.filter((line) => line.trim() !== '' && !isFurniture(line)).join('\n'))
    .join('\n');
}
