import type { Outcome } from '../diagnostics/diagnostic.ts';
import { bidiLevels } from './bidi-levels.ts';
import {
  type Breakable,
  firstFit,
  fitFrom,
  type HyphenLimits,
  type LineRange,
} from './breaking/break-lines.ts';
import { emergencyStops, findStops, overflowWrap } from './breaking/break-stops.ts';
import { justifiedFitting, leastLastLine, raggedFitting } from './breaking/fittings.ts';
import { balancedLines } from './breaking/text-wrap.ts';
import { totalFit } from './breaking/total-fit.ts';
import type { FontBook } from './fonts/font-book.ts';
import { reportLacking } from './fonts/lacking-forms.ts';
import { reportUncovered } from './fonts/missing-glyphs.ts';
import { hyphenAdvance } from './hyphenation/draw-hyphen.ts';
import { withHyphens } from './hyphenation/hyphen-stops.ts';
import { type Elasticity, elasticityOf } from './justify/elasticity.ts';
import { meansOf } from './justify/means.ts';
import { spreadLine } from './justify/spread-line.ts';
import { type MeasuredText, measureText } from './measured-text.ts';
import type { LineWidths, Paragraph, ShapedParagraph } from './paragraph.ts';
import { joinItems } from './paragraph-text.ts';
import { placeLine, type Tail, tailOf } from './place-line.ts';
import { itemize } from './shaping/itemize.ts';
import { isVerticallySet } from './shaping/upright.ts';
import { outsideSquares, uprightRuns, verticalLevels } from './shaping/vertical-runs.ts';
import { reportMarks } from './spacing/emphasis-character.ts';
import { hungOf, withoutHung } from './spacing/hanging-punctuation.ts';
import { edgeWidths, lineEdges } from './spacing/text-spacing.ts';

/**
 * Shapes a paragraph: bidi levels, items, glyphs, break opportunities. Errors: `glyph-missing` and `font-missing` at
 * the characters, `font-invalid` at the rule of a face that was needed for the first time. Warnings: `font-synthesis`.
 */
export function shapeParagraph(paragraph: Paragraph, book: FontBook): Outcome<ShapedParagraph> {
  const { shaper } = book;
  const text = joinItems(paragraph);
  const isVertical = isVerticallySet(paragraph.style);
  const levels = isVertical ? verticalLevels(text, paragraph.style) : bidiLevels(text, paragraph.style);
  const { runs: along, uncovered } = itemize(text, levels.levels, book);
  const runs = isVertical ? uprightRuns(along, text) : along;
  const measured = measureText(text, levels, runs, book.halvingOf);
  const found = findStops(text, shaper.lineBreaker, paragraph.style);
  const hyphened = withHyphens(text, found, book.hyphenation, paragraph.style);
  const stops = isVertical ? outsideSquares(hyphened, runs) : hyphened;
  let emergencies: Uint8Array | undefined;
  const emergency = () => {
    emergencies ??= emergencyStops(measured, paragraph.style);
    return emergencies;
  };
  const breakable = createBreakable(measured, paragraph, stops, emergency);
  // What most paragraphs are not asked.
  const means = meansOf(paragraph.style.textJustify);
  let elastic: Elasticity | undefined;
  const elasticity = () => {
    elastic ??= means && elasticityOf(measured, paragraph.style, means);
    return elastic;
  };
  let narrowest: number | undefined;
  let widest: number | undefined;
  return {
    value: {
      get minContent() {
        narrowest ??= minContent(measured, breakable, paragraph);
        return narrowest;
      },
      get maxContent() {
        widest ??= forcedLines(breakable).reduce(
          (w, line) => Math.max(w, wholeWidth(measured, paragraph, breakable, line)),
          0,
        );
        return widest;
      },
      breakLines: (widthOf) =>
        isEmpty(measured)
          ? []
          : chooseBreaks(breakable, paragraph, widthOf, elasticity).map((range, line, all) =>
              placeLine(measured, range, paragraph.style, widthOf(line, all[line - 1]?.last ?? true)),
            ),
      lineAt(start, width) {
        const range = isEmpty(measured) ? undefined : fitFrom(breakable, start, width);
        return range && { line: placeLine(measured, range, paragraph.style, width), end: range.end };
      },
      offsetOf: (item) => text.segments.find((segment) => segment.item === item)?.start ?? 0,
      measure: (start, end) => breakable.width(start, end, -1),
      justify: (line, width) => (means ? spreadLine(measured, line, width, means) : line),
    },
    diagnostics: [
      ...reportUncovered(paragraph, uncovered, book),
      ...reportLacking(text, runs, book),
      ...reportMarks(paragraph, book),
      ...book.takeDiagnostics(),
    ],
  };
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

function createBreakable(
  measured: MeasuredText,
  paragraph: Paragraph,
  stops: Breakable['stops'],
  emergency: () => Uint8Array,
): Breakable {
  const { prefix } = measured;
  const { spacing } = measured.source;
  const edges = spacing && edgeWidths(measured.text, spacing);
  const { hangingPunctuation } = paragraph.style;
  // A line's end is asked about with one start after the other.
  let known = -1;
  let tailOfKnown: Tail = { start: 0, hanging: 0 };
  return {
    stops,
    emergency,
    width(start, end, hyphen) {
      if (end !== known) tailOfKnown = tailOf(measured, 0, end, paragraph.style);
      known = end;
      const tail = start <= tailOfKnown.start ? tailOfKnown : tailOf(measured, start, end, paragraph.style);
      const line = { start, end: tail.start, hyphen, isLast: end === measured.text.text.length };
      const hung = hangingPunctuation && hungOf(measured, hangingPunctuation, line);
      const atStart = edges && !(hung && hung.before > 0) ? edges.start(start) : 0;
      const atEnd = edges && !(hung && hung.after > 0) ? edges.end(tail.start) : 0;
      const outside = hung ? hung.before + hung.after : 0;
      const drawn = hyphen < 0 ? 0 : hyphenAdvance(measured.runs[measured.runAt[hyphen]!]!);
      return prefix[end]! - prefix[start]! - tail.hanging + drawn + atStart + atEnd - outside;
    },
    exactWidth(range) {
      if (!measured.unsafe[range.start] && !measured.unsafe[range.end]) {
        return this.width(range.start, range.end, range.hyphen);
      }
      return placeLine(measured, range, paragraph.style, 0).width;
    },
  };
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
