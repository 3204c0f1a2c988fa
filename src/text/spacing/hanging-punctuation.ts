import type { HangingPunctuation } from '../../style/paragraph-style.ts';
import { generalCategory } from '../../unicode/general-category.ts';
import { hyphenAdvance } from '../hyphenation/draw-hyphen.ts';
import type { MeasuredText } from '../measured-text.ts';
import { isTransparent } from '../paragraph-text.ts';
import type { LineEdges } from './text-spacing.ts';

/** Brackets and quotes, with the straight ones, which are both (css-text-4 §8.2). */
const straight = '\'"';
const opening: readonly string[] = ['Ps', 'Pi', 'Pf'];
const closing: readonly string[] = ['Pe', 'Pi', 'Pf'];

/** Stops and commas, and the hyphens that Latin type hangs with them. */
const stopOrComma = /[,.،۔、。，．﹐﹑﹒｡､\-‐]/u;

/** A line as it is asked about: offsets into the text, and where its hyphen is drawn, or -1. */
export interface HangingLine {
  readonly start: number;
  /** Where white space begins that hangs anyway. */
  readonly end: number;
  readonly hyphen: number;
  /** The last line of the text. */
  readonly isLast: boolean;
}

/** What stands outside of a line. */
export interface Hung {
  /** Offset behind what hangs at the start; the line's start where nothing does. */
  readonly from: number;
  /** Offset of what hangs at the end; the content's end where nothing does, or only a drawn hyphen. */
  readonly to: number;
  /** Pt of both. */
  readonly before: number;
  readonly after: number;
}

/** What `hanging-punctuation` lets hang; undefined where nothing does. What hangs runs in the direction of its line. */
export function hungOf(
  measured: MeasuredText,
  { first, last, end }: HangingPunctuation,
  line: HangingLine,
): Hung | undefined {
  const from = first && line.start === 0 ? behindFirst(measured, line) : line.start;
  const before = measured.prefix[from]! - measured.prefix[line.start]!;
  const { to, after } = atEnd(measured, { ...line, start: from }, last && line.isLast, end !== 'none');
  return before > 0 || after > 0 ? { from, to, before, after } : undefined;
}

/** Offset behind an opening mark at the start. */
function behindFirst(measured: MeasuredText, { start, end }: HangingLine): number {
  const { text } = measured;
  let at = start;
  while (at < end && isTransparent(text, at)) at++;
  const hangs = at + 1 < end && widthless(measured, start, at) && isMark(text.text[at]!, opening);
  return hangs && isAlong(measured, at, start) ? at + 1 : start;
}

function atEnd(
  measured: MeasuredText,
  { start, end, hyphen }: HangingLine,
  quotes: boolean,
  stops: boolean,
): { readonly to: number; readonly after: number } {
  const { text, prefix } = measured;
  const nothing = { to: end, after: 0 };
  if (hyphen >= 0) {
    const to = text.text.charCodeAt(hyphen) === 0xad ? hyphen : end;
    const shaped = measured.runs[measured.runAt[hyphen]!]!;
    return stops && isAlong(measured, hyphen, start) ? { to, after: hyphenAdvance(shaped) } : nothing;
  }
  let at = end - 1;
  while (at > start && isTransparent(text, at)) at--;
  const mark = text.text[at];
  if (at <= start || mark === undefined || !widthless(measured, at + 1, end)) return nothing;
  const hangs = (quotes && isMark(mark, closing)) || (stops && stopOrComma.test(mark));
  return hangs && isAlong(measured, at, start) ? { to: at, after: prefix[end]! - prefix[at]! } : nothing;
}

/** Whether a character is a straight quote, or of one of some categories. */
function isMark(character: string, categories: readonly string[]): boolean {
  return straight.includes(character) || categories.includes(generalCategory(character.charCodeAt(0)));
}

/** Whether a stretch takes no room: edges of boxes without padding. */
function widthless({ prefix }: MeasuredText, from: number, to: number): boolean {
  return prefix[to]! - prefix[from]! <= 0;
}

/** Whether a character runs in the direction of the line that starts at an offset. */
function isAlong({ levels }: MeasuredText, at: number, start: number): boolean {
  return levels.levels[at]! % 2 === levels.baseAt(start) % 2;
}

/** The edges of a line without those that what hangs would have had. */
export function withoutHung(edges: LineEdges | undefined, hung: Hung | undefined): LineEdges | undefined {
  if (!edges || !hung) return edges;
  const rest = hung.after > 0 ? { ...edges, last: undefined, spare: 0, lastWhole: undefined } : edges;
  return hung.before > 0 ? { ...rest, first: undefined } : rest;
}
