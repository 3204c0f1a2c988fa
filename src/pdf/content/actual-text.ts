import type { DisplayItem, GlyphsItem } from '../../layout/paged-document.ts';

/**
 * Scripts whose glyphs do not stand in the order of their letters, or stand for parts of them: what they say has to
 * be told apart from how they are drawn.
 */
const REORDERED =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Items that are drawn as one marked content with its text beside it: up to `end`, not included. */
export interface TextGroup {
  readonly end: number;
  readonly text: string;
}

/** Whether two runs stand on one line of one leaf. */
export function onOneLine(a: GlyphsItem, b: GlyphsItem): boolean {
  return a.content === b.content && Math.abs(a.y - b.y) < Math.min(a.size, b.size) / 2;
}

/** Runs from `start` on that are of one line and leaf and run left to right; none where the first does not. */
function lineFrom(items: readonly DisplayItem[], start: number): readonly GlyphsItem[] {
  const line: GlyphsItem[] = [];
  for (let i = start; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind !== 'glyphs' || item.level % 2 === 1) break;
    if (line.length > 0 && !onOneLine(line[0]!, item)) break;
    line.push(item);
  }
  return line;
}

/** The line of an Indic or Southeast Asian script that starts at an item, with its text; undefined elsewhere. */
export function actualTextFrom(items: readonly DisplayItem[], start: number): TextGroup | undefined {
  const line = lineFrom(items, start);
  if (!line.some((item) => REORDERED.test(item.text))) return undefined;
  return { end: start + line.length, text: line.map((item) => item.text).join('') };
}
