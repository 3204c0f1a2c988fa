import {
  type Breakable,
  firstFit,
  fitFrom,
  type HyphenLimits,
  type LineRange,
} from './breaking/break-lines.ts';
import { overflowWrap } from './breaking/break-stops.ts';
import { justifiedFitting, leastLastLine, raggedFitting } from './breaking/fittings.ts';
import { balancedLines } from './breaking/text-wrap.ts';
import { totalFit } from './breaking/total-fit.ts';
import { type Elasticity, elasticityOf } from './justify/elasticity.ts';
import { type Means, meansOf } from './justify/means.ts';
import { spreadLine } from './justify/spread-line.ts';
import type { MeasuredText } from './measured-text.ts';
import type { Line, LineAt, LineWidths, Paragraph, ShapedParagraph } from './paragraph.ts';
import { placeLine } from './place-line.ts';
import { hungOf, withoutHung } from './spacing/hanging-punctuation.ts';
import { lineEdges } from './spacing/text-spacing.ts';

/** A paragraph whose text is measured, to be broken into lines. What most are not asked is found when it is. */
export class MeasuredParagraph implements ShapedParagraph {
  readonly #measured: MeasuredText;
  readonly #breakable: Breakable;
  readonly #paragraph: Paragraph;
  readonly #means: Means | undefined;
  #elastic: Elasticity | undefined;
  #narrowest: number | undefined;
  #widest: number | undefined;

  constructor(measured: MeasuredText, breakable: Breakable, paragraph: Paragraph) {
    this.#measured = measured;
    this.#breakable = breakable;
    this.#paragraph = paragraph;
    this.#means = meansOf(paragraph.style.textJustify);
  }

  get minContent(): number {
    this.#narrowest ??= minContent(this.#measured, this.#breakable, this.#paragraph);
    return this.#narrowest;
  }

  get maxContent(): number {
    this.#widest ??= maxContent(this.#measured, this.#breakable, this.#paragraph);
    return this.#widest;
  }

  breakLines(widthOf: LineWidths): readonly Line[] {
    if (isEmpty(this.#measured)) return [];
    const ranges = chooseBreaks(this.#breakable, this.#paragraph, widthOf, () => this.#elasticity());
    return ranges.map((range, line) =>
      placeLine(this.#measured, range, this.#paragraph.style, widthOf(line, ranges[line - 1]?.last ?? true)),
    );
  }

  lineAt(start: number, width: number): LineAt | undefined {
    const range = isEmpty(this.#measured) ? undefined : fitFrom(this.#breakable, start, width);
    return range && { line: placeLine(this.#measured, range, this.#paragraph.style, width), end: range.end };
  }

  offsetOf(item: number): number {
    return this.#measured.text.segments.find((segment) => segment.item === item)?.start ?? 0;
  }

  measure(start: number, end: number): number {
    return this.#breakable.width(start, end, -1);
  }

  justify(line: Line, width: number): Line {
    return this.#means ? spreadLine(this.#measured, line, width, this.#means) : line;
  }

  #elasticity(): Elasticity | undefined {
    this.#elastic ??= this.#means && elasticityOf(this.#measured, this.#paragraph.style, this.#means);
    return this.#elastic;
  }
}

function chooseBreaks(
  text: Breakable,
  { style }: Paragraph,
  widthOf: LineWidths,
  elasticity: () => Elasticity | undefined,
): LineRange[] {
  const limits: HyphenLimits = {
    lines: style.hyphenateLimitLines,
    notBeforeLast: style.hyphenateLimitLast === 'always',
  };
  if (style.textWrap === 'balance') return balancedLines(text, widthOf, limits);
  const isJustified = style.textAlign === 'justify' && style.textJustify !== 'none';
  if ((!isJustified && style.textWrap !== 'pretty') || isOneLine(text, widthOf))
    return firstFit(text, widthOf, limits);
  const elastic = isJustified ? elasticity() : undefined;
  const least = leastLastLine(style);
  const fitting = elastic ? justifiedFitting(text, elastic, least) : raggedFitting(text, least);
  return totalFit(text, widthOf, fitting, limits);
}

/** Whether there is nothing to choose: a text without forced breaks that fits on its first line, or any text that does. */
function isOneLine(text: Breakable, widthOf: LineWidths): boolean {
  const width = widthOf(0, true);
  if (width === Number.POSITIVE_INFINITY) return true;
  const first = text.stops.findIndex(({ forced }) => forced);
  return first === text.stops.length - 1 && text.width(0, text.stops[first]!.at, -1) <= width;
}

/** The width of a line that is as long as it likes: nothing has to go at its end. */
function wholeWidth(measured: MeasuredText, { style }: Paragraph, text: Breakable, line: LineRange): number {
  const { spacing } = measured.source;
  const allowed = style.hangingPunctuation?.end === 'allow' ? style.hangingPunctuation : undefined;
  const width = text.exactWidth(line);
  if (!spacing && !allowed) return width;
  const { start, end, hyphen } = line;
  const isLast = end === measured.text.text.length;
  const hung = allowed && hungOf(measured, { ...allowed, last: false }, { start, end, hyphen, isLast });
  const edges = spacing && withoutHung(lineEdges(measured.text, spacing, start, end), hung);
  return width + (hung?.after ?? 0) + (edges?.spare ?? 0);
}

/** The lines that forced breaks alone make. */
function forcedLines(text: Breakable): LineRange[] {
  let start = 0;
  return text.stops.flatMap((stop) => {
    if (!stop.forced) return [];
    const line = { start, end: stop.at, last: true, hyphen: -1 };
    start = stop.at;
    return [line];
  });
}

/** The width of the widest line that forced breaks alone make. */
function maxContent(measured: MeasuredText, text: Breakable, paragraph: Paragraph): number {
  return forcedLines(text).reduce((w, line) => Math.max(w, wholeWidth(measured, paragraph, text, line)), 0);
}

/** The widest part between two breaks; `overflow-wrap: anywhere` counts as one, `break-word` does not. */
function minContent(measured: MeasuredText, text: Breakable, paragraph: Paragraph): number {
  const anywhere = overflowWrap(paragraph.style) === 'anywhere';
  let widest = 0;
  let start = 0;
  for (const stop of text.stops) {
    if (anywhere) {
      for (let at = start + 1; at < stop.at; at++) {
        if (!text.emergency()[at]) continue;
        widest = Math.max(widest, measured.prefix[at]! - measured.prefix[start]!);
        start = at;
      }
    }
    widest = Math.max(widest, text.width(start, stop.at, stop.hyphen));
    start = stop.at;
  }
  return widest;
}

/** No text, no atom, and no edge that has a width: no line box (CSS 2.2 §9.4.2). */
function isEmpty({ text }: MeasuredText): boolean {
  return text.items.every((item) =>
    item.kind === 'text' ? item.text === '' : item.kind !== 'atom' && item.width === 0,
  );
}
