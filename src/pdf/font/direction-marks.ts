import type { DisplayItem, GlyphsItem } from '../../layout/paged-document.ts';
import { isOfCategory } from '../../unicode/general-category.ts';
import { onOneLine } from '../content/line-order.ts';
import type { PlacedCell } from './cell.ts';
import { MARK_WIDTH } from './cells.ts';
import { isLeftToRight, isNumberLike, isRightToLeft, mayBeRightToLeft } from './reader-types.ts';

/** The first and the last of a run's characters as they stand from left to right. */
function edges(item: GlyphsItem): { left: string; right: string } {
  const characters = [...item.text];
  const first = characters[0] ?? '';
  const last = characters.at(-1) ?? '';
  return item.level % 2 === 1 ? { left: last, right: first } : { left: first, right: last };
}

function isOdd(item: GlyphsItem): boolean {
  return item.level % 2 === 1;
}

function neighbour(item: GlyphsItem, other: DisplayItem | undefined): GlyphsItem | undefined {
  if (other?.kind !== 'glyphs') return undefined;
  return onOneLine(item, other) ? other : undefined;
}

/** The direction that most letters of a page run in: readers take it for the whole page's. */
export function mainDirection(items: readonly DisplayItem[]): 'ltr' | 'rtl' {
  let balance = 0;
  if (!items.some((item) => item.kind === 'glyphs' && mayBeRightToLeft(item.text))) return 'ltr';
  for (const item of items) {
    if (item.kind !== 'glyphs') continue;
    for (const character of item.text) {
      if (isRightToLeft(character)) balance--;
      else if (isOfCategory(character.codePointAt(0)!, 'L')) balance++;
    }
  }
  return balance >= 0 ? 'ltr' : 'rtl';
}

/** Invisible direction marks to the left and right of a run. */
export interface DirectionMarks {
  readonly left: string;
  readonly right: string;
}

/** What most runs have. */
export const noMarks: DirectionMarks = { left: '', right: '' };

function marksOf(left: string, right: string): DirectionMarks {
  return left === '' && right === '' ? noMarks : { left, right };
}

/**
 * The marks (U+200E, U+200F) that keep spaces and punctuation with the text they belong to. Readers turn what is
 * drawn from left to right back into reading order by letters alone: from the page's leading side they give each
 * neutral to the stretch before it. A mark at the seam ends that stretch where it ends in truth.
 */
export function directionMarks(
  item: GlyphsItem,
  before: DisplayItem | undefined,
  after: DisplayItem | undefined,
  direction: 'ltr' | 'rtl',
): DirectionMarks {
  if (direction === 'ltr' && !isOdd(item)) return noMarks;
  const previous = neighbour(item, before);
  const next = neighbour(item, after);
  const own = edges(item);
  if (direction === 'rtl') {
    if (isOdd(item)) return marksOf(previous && isNumberLike(own.left) ? '\u200f' : '', '');
    const swallows = previous !== undefined && isOdd(previous) && !isRightToLeft(edges(previous).right);
    const swallowed = !(next && !isOdd(next)) && !isLeftToRight(own.right);
    return marksOf(swallows ? '\u200f' : '', swallowed ? '\u200e' : '');
  }
  const swallows = next !== undefined && !isOdd(next) && !isLeftToRight(edges(next).left);
  const swallowed = !(previous && isOdd(previous)) && !isRightToLeft(own.left);
  return marksOf(swallowed ? '\u200f' : '', swallows ? '\u200e' : '');
}

/**
 * Whether a run ends its line with a hyphen of the text, and the next line goes on from there. Readers built like
 * poppler leave such a hyphen out and join the words, as if the line had added it. One that the line adds is U+00AD
 * (ISO 32000-1 §14.8.2.2.3).
 */
export function endsInHyphen(items: readonly DisplayItem[], index: number): boolean {
  const item = items[index];
  if (item?.kind !== 'glyphs' || item.level % 2 === 1 || !/-\s*$/.test(item.text)) return false;
  let next = index + 1;
  for (let other = items[next]; other?.kind === 'glyphs' && onOneLine(item, other); other = items[++next]) {
    if (other.text.trim() !== '') return false;
  }
  const after = items[next];
  return after?.kind === 'glyphs' && after.content === item.content && after.line !== undefined;
}

/** A run's cells, and over the end of its hyphen U+200B, where a line may be broken: readers then see no hyphen last. */
export function withLineEnd(item: GlyphsItem, cells: readonly PlacedCell[]): readonly PlacedCell[] {
  const advance = Math.round(MARK_WIDTH * item.face.unitsPerEm);
  const x = item.glyphs.width() - MARK_WIDTH * item.size;
  return [...cells, { cell: { parts: [], advance, text: '\u200b' }, x }];
}

/** A run's cells with its direction marks around them; the left one lies over what stands before. */
export function withMarks(
  item: GlyphsItem,
  cells: readonly PlacedCell[],
  marks: DirectionMarks,
): readonly PlacedCell[] {
  const advance = Math.round(MARK_WIDTH * item.face.unitsPerEm);
  if (marks === noMarks) return cells;
  const mark = (text: string, x: number) => (text === '' ? [] : [{ cell: { parts: [], advance, text }, x }]);
  return [...mark(marks.left, -MARK_WIDTH * item.size), ...cells, ...mark(marks.right, item.glyphs.width())];
}
