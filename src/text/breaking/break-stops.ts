import type { ComputedStyle } from '../../style/computed-style.ts';
import { clusterEnds } from '../../unicode/grapheme-clusters.ts';
import { breakKind, type LineBreaker } from '../line-break/line-break.ts';
import type { BreakContext } from '../line-break/line-break-context.ts';
import { type MeasuredText, styleAt } from '../measured-text.ts';
import { isTransparent, type ParagraphText } from '../paragraph-text.ts';

/** A place where a line may or must end: the next line starts at `at`. */
export interface Stop {
  readonly at: number;
  readonly forced: boolean;
  /**
   * Where a hyphen is drawn when the line ends here: the offset of a soft hyphen, or of the letter that it comes after;
   * -1 for none.
   */
  readonly hyphen: number;
}

/** The stops of a paragraph in order; the last is its end, forced. */
export function findStops(
  text: ParagraphText,
  breaker: LineBreaker,
  paragraph: ComputedStyle,
): readonly Stop[] {
  const content = text.text;
  const contexts = new Map<ComputedStyle, BreakContext>();
  const contextOf = (style: ComputedStyle): BreakContext => {
    const known = contexts.get(style);
    if (known) return known;
    const made = breakContext(style);
    contexts.set(style, made);
    return made;
  };
  const bySegment = text.segments.map(({ start }) => contextOf(styleAt(text, start, paragraph)));
  const breaks = breaker({
    text: content,
    context: commonContext([...contexts.values()]),
    contextAt: (offset) => bySegment[text.segmentAt[offset]!]!,
    isTransparent: (offset) => isTransparent(text, offset),
  });
  const stops: Stop[] = [];
  for (let i = 1; i < content.length; i++) {
    if (breaks[i] === breakKind.none) continue;
    const gap = gapStart(text, i);
    const forced = breaks[i] === breakKind.forced;
    const soft = content.charCodeAt(gap - 1) === 0xad;
    if (soft && styleAt(text, gap - 1, paragraph).hyphens === 'none') continue;
    stops.push({ at: breakInGap(text, gap, i), forced, hyphen: soft && !forced ? gap - 1 : -1 });
  }
  stops.push({ at: content.length, forced: true, hyphen: -1 });
  return stops;
}

/** The context that all are alike; undefined where they differ. */
function commonContext(contexts: readonly BreakContext[]): BreakContext | undefined {
  const [first] = contexts;
  const isCommon = contexts.every(
    ({ language, lineBreak, wordBreak, nowrap }) =>
      language === first?.language &&
      lineBreak === first.lineBreak &&
      wordBreak === first.wordBreak &&
      nowrap === first.nowrap,
  );
  return isCommon ? first : undefined;
}

/** `overflow-wrap`; `word-break: break-word` is `normal` with `anywhere` (css-text-3 §5.2). */
export function overflowWrap(style: ComputedStyle): ComputedStyle['overflowWrap'] {
  return style.wordBreak === 'break-word' ? 'anywhere' : style.overflowWrap;
}

/** Offsets between grapheme clusters where `overflow-wrap` lets a word break that is wider than its line. */
export function emergencyStops(measured: MeasuredText, paragraph: ComputedStyle): Uint8Array {
  const { text } = measured;
  const result = new Uint8Array(text.text.length + 1);
  const breakable = (offset: number) => {
    const style = styleAt(text, offset, paragraph);
    return overflowWrap(style) !== 'normal' && !breakContext(style).nowrap;
  };
  if (!text.items.some((item) => item.kind === 'text' && overflowWrap(item.style) !== 'normal'))
    return result;
  for (const index of clusterEnds(text.text)) {
    if (index === text.text.length || isTransparent(text, index)) continue;
    const before = gapStart(text, index) - 1;
    if (before >= 0 && breakable(before) && breakable(index)) result[breakInGap(text, before + 1, index)] = 1;
  }
  return result;
}

/** Where the edges and controls start that stand directly before an offset. */
export function gapStart(text: ParagraphText, offset: number): number {
  let at = offset;
  while (at > 0 && isTransparent(text, at - 1)) at--;
  return at;
}

/** End edges stay with what precedes, start edges go with what follows: the break is before the first start. */
export function breakInGap(text: ParagraphText, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text.segments[text.segmentAt[at]!]!.side === 'start') return at;
  return to;
}

/** Whether lines may break inside a text of a style. */
export function isWrapped({ whiteSpace, textWrap }: ComputedStyle): boolean {
  return whiteSpace !== 'nowrap' && whiteSpace !== 'pre' && textWrap !== 'nowrap';
}

function breakContext(style: ComputedStyle): BreakContext {
  const { language, lineBreak, wordBreak } = style;
  return { language, lineBreak, wordBreak, nowrap: !isWrapped(style) };
}
