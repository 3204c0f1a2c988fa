import type { Colour, ComputedStyle, LengthPercentage } from '../../style/computed-style.ts';
import { emBox } from '../../text/fonts/em-box.ts';
import type { GlyphRun } from '../../text/paragraph.ts';
import type { Decoration } from '../box.ts';
import { type PathSegment, plainStroke } from '../graphics.ts';
import { isMirrored } from '../lines/line-frame.ts';
import { resolve } from '../sizing.ts';
import { dashedTextStroke } from './border-dashes.ts';
import { emitPath, emitRect, type PagePainter } from './painter.ts';
import { type Beside, partedLine, type Rule, type Stretch } from './skip-ink.ts';

/** Thinner lines are lost in print; pt. */
const thinnest = 0.4;

/** A CSS px, pt. */
const px = 0.75;

/** How far the second of two lines is from the first, in thicknesses. */
const doubled = 1.5;

/**
 * Draws a line under or through a run of text of `style` whose pen starts at (x, baseline). The place of underlines and
 * the look of all are those of the element that has the line (css-text-decor-4 §2).
 */
export function paintTextLine(
  painter: PagePainter,
  { line, decorator }: Decoration,
  run: GlyphRun,
  style: ComputedStyle,
  place: { readonly x: number; readonly baseline: number; readonly colour: Colour },
  beside: Beside,
): void {
  const isMirror = isMirrored(style.writingMode);
  const own = line === 'underline' ? underlineOf(run, decorator) : throughOf(run, decorator);
  // What is below the letters of a line may be above them in the layout.
  const rule = isMirror ? { ...own, top: -own.top - own.thickness } : own;
  const parts = line === 'underline' && decorator.textDecorationStyle !== 'wavy' && !isMirror && !run.upright;
  const skip = parts ? decorator.textDecorationSkipInk : 'none';
  // A double line is parted as one.
  const height = decorator.textDecorationStyle === 'double' ? rule.thickness * (1 + doubled) : rule.thickness;
  for (const stretch of partedLine(run, skip, rule, height, beside)) {
    paintStretch(painter, decorator.textDecorationStyle, rule, stretch, place);
  }
}

/** `auto` is as browsers draw it: as far below the baseline as half of its thickness, and a px at least. */
function underlineOf(run: GlyphRun, decorator: ComputedStyle): Rule {
  const { face } = run;
  const size = decorator.fontSize;
  const thickness = Math.max(thicknessOf(run, decorator), thinnest);
  const { textUnderlinePosition: position, textUnderlineOffset: offset } = decorator;
  const asked = lengthOf(decorator, 'textUnderlineOffset', Math.max(px, thickness / 2));
  // The middle of upright letters is the line's; those that lie along it have it above their baseline.
  const drop = run.upright ? ((face.ascent - face.descent) / 2) * size : 0;
  if (position === 'auto') return { top: drop + asked, thickness };
  const more = offset === 'auto' ? 0 : asked;
  if (position === 'under') return { top: drop + emBox(face).descent * size + more, thickness };
  return { top: drop + face.underlineOffset * size - thickness / 2 + more, thickness };
}

/** A third of the ascent above the baseline: in the middle of ideographs, and of letters with their ascenders. */
function throughOf(run: GlyphRun, decorator: ComputedStyle): Rule {
  const thickness = thicknessOf(run, decorator);
  const middle = run.upright ? 0 : (run.face.ascent * decorator.fontSize) / -3;
  return { top: middle - thickness / 2, thickness };
}

/** `auto` is a tenth of the size, and a px at least, as in browsers (css-text-decor-4 §2.4 leaves it open). */
function thicknessOf({ face }: GlyphRun, decorator: ComputedStyle): number {
  const { fontSize, textDecorationThickness: asked } = decorator;
  if (asked === 'from-font') return face.underlineThickness * fontSize;
  return lengthOf(decorator, 'textDecorationThickness', Math.max(px, fontSize / 10));
}

function lengthOf(
  style: ComputedStyle,
  key: 'textDecorationThickness' | 'textUnderlineOffset',
  otherwise: number,
): number {
  const value: LengthPercentage | string = style[key];
  return typeof value === 'string' ? otherwise : resolve(value, style.fontSize);
}

function paintStretch(
  painter: PagePainter,
  look: ComputedStyle['textDecorationStyle'],
  { top, thickness }: Rule,
  { from, to }: Stretch,
  { x, baseline, colour }: { readonly x: number; readonly baseline: number; readonly colour: Colour },
): void {
  const [start, y, length] = [x + from, baseline + top, to - from];
  const stroke = (path: readonly PathSegment[], dashes: ReturnType<typeof plainStroke>): void =>
    emitPath(painter, { path, fill: undefined, fillRule: 'nonzero', stroke: dashes });
  const middle = y + thickness / 2;
  switch (look) {
    case 'dotted':
    case 'dashed': {
      const dashes = dashedTextStroke(look, colour, thickness, length);
      // Round dots stand inside the ends, not around them.
      const cut = dashes.cap === 'round' ? thickness / 2 : 0;
      const path: readonly PathSegment[] = [
        ['M', start + cut, middle],
        ['L', start + length - cut, middle],
      ];
      return stroke(path, dashes);
    }
    case 'wavy':
      return stroke(wave(start, middle, length, thickness), plainStroke(colour, thickness));
    case 'double':
      emitRect(painter, start, y, length, thickness, colour);
      return emitRect(painter, start, y + thickness * doubled, length, thickness, colour);
    default:
      return emitRect(painter, start, y, length, thickness, colour);
  }
}

/** Half a wave, and how far its ends' tangents reach up and down, in thicknesses. */
const halfWave = 2.5;
const reach = 1.6;

/** A wave from a point to the right, of whole halves, as near to `halfWave` as the length lets them be. */
function wave(x: number, y: number, length: number, thickness: number): readonly PathSegment[] {
  const count = Math.max(1, Math.round(length / (halfWave * thickness)));
  const half = length / count;
  const path: PathSegment[] = [['M', x, y]];
  for (let i = 0; i < count; i++) {
    const from = x + i * half;
    const control = y + (i % 2 === 0 ? -1 : 1) * reach * thickness;
    path.push(['C', from + half / 2, control, from + half / 2, control, from + half, y]);
  }
  return path;
}
