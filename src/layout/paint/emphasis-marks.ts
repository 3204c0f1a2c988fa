import type { Colour, ComputedStyle } from '../../style/computed-style.ts';
import { emBox } from '../../text/fonts/em-box.ts';
import type { FontBook } from '../../text/fonts/font-book.ts';
import { pathOfGlyph } from '../../text/outlines/path-of-glyph.ts';
import type { GlyphRun } from '../../text/paragraph.ts';
import { isVerticallySet } from '../../text/shaping/upright.ts';
import { emphasisCharacter } from '../../text/spacing/emphasis-character.ts';
import { generalCategory } from '../../unicode/general-category.ts';
import { type PathSegment, pathBounds } from '../graphics.ts';
import { isMirrored } from '../lines/line-frame.ts';
import { mapPath } from '../svg/path-geometry.ts';
import { type MarkShape, markLine, markShape } from './emphasis-shapes.ts';
import { segmentsOf } from './glyph-segments.ts';

/** Marks of a run: paths from the pen of its first glyph on the baseline, y downwards; pt. */
export interface EmphasisMarks {
  readonly filled: readonly PathSegment[];
  readonly stroked: readonly PathSegment[];
  readonly strokeWidth: number;
  readonly colour: Colour;
}

/** Marks are set at half the size of their text (css-text-decor-3 §3.4). */
export const markSize = 0.5;

/** Whether a style gives its characters marks. */
export function hasMarks(style: ComputedStyle): boolean {
  return style.textEmphasisStyle.kind !== 'none';
}

/** Whether marks are at the tops of letters that lie along the line: those are on the right of a vertical one. */
export function isMarkedOver(style: ComputedStyle): boolean {
  const { line, side } = style.textEmphasisPosition;
  return isVerticallySet(style) ? side === 'right' : line === 'over';
}

/** The marks of a run's characters, beside the squares that these stand in; undefined where it has none. */
export function emphasisMarks(
  run: GlyphRun,
  style: ComputedStyle,
  fonts: FontBook,
): EmphasisMarks | undefined {
  const shape = hasMarks(style) ? shapeFor(style, fonts) : undefined;
  const centres = shape ? centresOf(run) : [];
  if (!shape || centres.length === 0) return undefined;
  const size = style.fontSize * markSize;
  // Upright characters have their middle on the line.
  const square = run.upright ? { ascent: 0.5, descent: 0.5 } : emBox(fonts.primaryFace(style));
  const distance = isMarkedOver(style)
    ? -square.ascent * style.fontSize - size / 2
    : square.descent * style.fontSize + size / 2;
  const isDown = isMirrored(style.writingMode);
  const middle = isDown ? -distance : distance;
  // In a vertical line they stand upright as well: turned back by what turns the line.
  const map = !isVerticallySet(style)
    ? ([size, 0, 0, size] as const)
    : isDown
      ? ([0, size, size, 0] as const)
      : ([0, -size, size, 0] as const);
  const { textEmphasisColor, color } = style;
  return {
    filled: centres.flatMap((x) => mapPath(shape.filled, [...map, x, middle])),
    stroked: centres.flatMap((x) => mapPath(shape.stroked, [...map, x, middle])),
    strokeWidth: markLine * size,
    colour: textEmphasisColor === 'currentcolor' ? color : textEmphasisColor,
  };
}

function shapeFor(style: ComputedStyle, fonts: FontBook): MarkShape | undefined {
  const { textEmphasisStyle: mark } = style;
  if (mark.kind === 'shape') {
    return markShape(mark.fill, mark.shape ?? (isVerticallySet(style) ? 'sesame' : 'circle'));
  }
  const found = emphasisCharacter(style, fonts);
  if (!found?.face) return undefined;
  const { face } = found.face.stored;
  const outline = segmentsOf(pathOfGlyph(face.outlines, face.glyphOf(found.character.codePointAt(0)!)));
  const { ascent, descent } = emBox(fonts.primaryFace(style));
  const scale = found.face.sizeAdjust / face.unitsPerEm;
  const { x, width } = pathBounds(outline);
  // From font units on the baseline to the middle of the square.
  const toMiddle = [scale, 0, 0, -scale, -(x + width / 2) * scale, (ascent - descent) / 2] as const;
  return { filled: mapPath(outline, toMiddle), stroked: [] };
}

/** Where characters with marks have their middles, from the start of the run; pt. */
function centresOf({ glyphs, text }: GlyphRun): number[] {
  const starts = [...new Set(Array.from(glyphs, ({ cluster }) => cluster))].sort((a, b) => a - b);
  const endOf = new Map(starts.map((start, i) => [start, starts[i + 1] ?? text.length]));
  const centres: number[] = [];
  let x = 0;
  for (let i = 0; i < glyphs.length; ) {
    const cluster = glyphs.cluster(i);
    let width = 0;
    for (; i < glyphs.length && glyphs.cluster(i) === cluster; i++) width += glyphs.advance(i);
    const characters = text.slice(cluster, endOf.get(cluster)).match(/\P{M}\p{M}*/gu) ?? [];
    characters.forEach((character, k) => {
      if (isMarked(character)) centres.push(x + (width * (k + 0.5)) / characters.length);
    });
    x += width;
  }
  return centres;
}

/** Punctuation that means a word or a sign, and so has a mark (css-text-decor-3 §3.3). */
const signs =
  /^[#%&@§¶\u0609\u060a\u066a\u2030\u2031\u204a\u204b\u2053\u303d\ufe5f\ufe60\ufe6a\ufe6b＃％＆＠]/u;

/** Spaces, punctuation and what is not seen have none. */
function isMarked(character: string): boolean {
  const [group] = generalCategory(character.codePointAt(0)!);
  return (group !== 'Z' && group !== 'C' && group !== 'P') || signs.test(character);
}
