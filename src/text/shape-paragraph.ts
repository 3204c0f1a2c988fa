import type { Outcome } from '../diagnostics/diagnostic.ts';
import { bidiLevels } from './bidi-levels.ts';
import type { Breakable } from './breaking/break-lines.ts';
import { emergencyStops, findStops } from './breaking/break-stops.ts';
import type { FontBook } from './fonts/font-book.ts';
import { reportLacking } from './fonts/lacking-forms.ts';
import { reportUncovered } from './fonts/missing-glyphs.ts';
import { hyphenAdvance } from './hyphenation/draw-hyphen.ts';
import { withHyphens } from './hyphenation/hyphen-stops.ts';
import { MeasuredParagraph } from './measured-paragraph.ts';
import { type MeasuredText, measureText } from './measured-text.ts';
import type { Paragraph, ShapedParagraph } from './paragraph.ts';
import { joinItems } from './paragraph-text.ts';
import { placeLine, type Tail, tailOf } from './place-line.ts';
import { itemize } from './shaping/itemize.ts';
import { isVerticallySet } from './shaping/upright.ts';
import { outsideSquares, uprightRuns, verticalLevels } from './shaping/vertical-runs.ts';
import { reportMarks } from './spacing/emphasis-character.ts';
import { hungOf } from './spacing/hanging-punctuation.ts';
import { edgeWidths } from './spacing/text-spacing.ts';

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
  return {
    value: new MeasuredParagraph(measured, breakable, paragraph),
    diagnostics: [
      ...reportUncovered(paragraph, uncovered, book),
      ...reportLacking(text, runs, book),
      ...reportMarks(paragraph, book),
      ...book.takeDiagnostics(),
    ],
  };
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
