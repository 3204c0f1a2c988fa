import { unsupported } from '../../content/svg/svg-elements.ts';
import type { Colour, ComputedStyle } from '../../style/computed-style.ts';
import { isVertical } from '../../style/flow.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import type { Face } from '../../text/fonts/face.ts';
import type { GlyphRun } from '../../text/paragraph.ts';
import { shapeParagraph } from '../../text/shape-paragraph.ts';
import { boundsOf, type Matrix, mapPoint, multiply } from '../geometry.ts';
import { isGradient, rectanglePath } from '../graphics.ts';
import type { DisplayItem } from '../paged-document.ts';
import { type Drawing, extend, type Space, spend } from './drawing.ts';
import { pixel } from './lengths.ts';
import { fillOf } from './paints.ts';
import { mapPath } from './path-geometry.ts';
import { textCharacters } from './text-characters.ts';
import { type TextChunk, textChunks } from './text-chunks.ts';

/** What a character counts for among the segments that a drawing may make. */
const segmentsOfCharacter = 10;

/** Sets a text with the document's faces. It stays text: each run is drawn as glyphs. */
export function drawText(text: StyledElement, space: Space, drawing: Drawing): void {
  reportLeftOut(text, drawing);
  reportVertical(text, drawing);
  const styles = new Map<StyledElement, ComputedStyle>();
  const styleOf = (element: StyledElement): ComputedStyle => {
    const style = styles.get(element) ?? textStyle(element.style, drawing);
    styles.set(element, style);
    return style;
  };
  const pen = { x: 0, y: 0 };
  const characters = textCharacters(text, space.viewport);
  spend(drawing, characters.length * segmentsOfCharacter);
  for (const chunk of textChunks(characters, styleOf)) {
    pen.x = chunk.x ?? pen.x;
    pen.y = chunk.y ?? pen.y;
    pen.x = drawChunk(chunk, pen, styleOf(text), { text, space, drawing });
  }
}

function reportVertical({ style, span }: StyledElement, drawing: Drawing): void {
  if (!isVertical(style.writingMode)) return;
  const place = style.origins.writingMode ?? span;
  drawing.report(unsupported('text in a drawing is set across, whatever its writing-mode is', place));
}

interface Setting {
  readonly text: StyledElement;
  readonly space: Space;
  readonly drawing: Drawing;
}

/** The style that text is shaped in: on one line with all its spaces, in faces that the document has. */
function textStyle(style: ComputedStyle, { families, language }: Drawing): ComputedStyle {
  return {
    ...style,
    fontFamily: [...style.fontFamily, ...families],
    language: style.language || language,
    whiteSpace: 'pre',
    textWrap: 'nowrap',
    textIndent: { pt: 0, percent: 0 },
    hyphens: 'none',
    writingMode: 'horizontal-tb',
  };
}

/** Draws a chunk from the pen on; returns where the next one goes on. User units. */
function drawChunk(
  chunk: TextChunk,
  pen: { readonly x: number; readonly y: number },
  style: ComputedStyle,
  setting: Setting,
): number {
  const { drawing } = setting;
  const shaped = shapeParagraph({ items: chunk.items, style }, drawing.fonts);
  for (const diagnostic of shaped.diagnostics) drawing.report(diagnostic);
  const [line] = shaped.value.breakLines(() => Number.POSITIVE_INFINITY);
  if (!line) return pen.x;
  const width = line.width / pixel;
  const first = chunk.placed[0]!.elements.at(-1)!.style;
  const isRtl = style.direction === 'rtl';
  const share = { start: isRtl ? 1 : 0, middle: 0.5, end: isRtl ? 0 : 1 }[first.svg.textAnchor];
  const left = pen.x - width * share;
  for (const piece of line.pieces) {
    const placed = chunk.placed[piece.item];
    if (piece.kind !== 'glyphs' || !placed) continue;
    const element = placed.elements.at(-1)!;
    const y = pen.y + placed.dy + baselineShift(element.style, drawing);
    drawRun(piece, placed.elements, left + piece.x / pixel, y, setting);
  }
  return isRtl ? left : left + width;
}

/** Draws a run whose baseline starts at a point in user units. */
function drawRun(
  run: GlyphRun,
  elements: readonly StyledElement[],
  x: number,
  y: number,
  { text, space, drawing }: Setting,
): void {
  const element = elements.at(-1)!;
  if (element.style.visibility !== 'visible') return;
  const paint = fillOf({ element, bounds: undefined, space, opacity: 1 }, drawing);
  if (!paint) return;
  const colour: Colour = isGradient(paint) ? paint.stops[0]!.colour : paint;
  if (isGradient(paint)) {
    drawing.report(unsupported('a gradient does not fill text; its first colour does', element.span));
  }
  const decorations = decorationPaths(run, elements, x, y).map((path): DisplayItem => {
    const fill = {
      path: mapPath(path, space.matrix),
      fill: colour,
      fillRule: 'nonzero',
      stroke: undefined,
    } as const;
    return { kind: 'path', content: undefined, ...fill };
  });
  const glyphs = glyphItems(
    run,
    x,
    y,
    colour,
    element.style.language || drawing.language || text.style.language,
    space.matrix,
  );
  drawing.items.push(...decorations, ...glyphs);
  const { ascent, descent } = run.face;
  const size = run.size / pixel;
  extend(
    drawing,
    boundsOf(space.matrix, {
      x,
      y: y - ascent * size,
      width: run.width / pixel,
      height: (ascent + descent) * size,
    }),
  );
}

/** A run as it stands on the page; one that is turned or stretched is put into a group that does so. */
function glyphItems(
  run: GlyphRun,
  x: number,
  y: number,
  colour: Colour,
  language: string,
  matrix: Matrix,
): readonly DisplayItem[] {
  const { face, text, level } = run;
  const base = {
    kind: 'glyphs',
    content: undefined,
    face,
    colour,
    text,
    level,
    line: undefined,
    language,
  } as const;
  const [a, b, c, d] = matrix;
  if (a > 0 && b === 0 && c === 0 && Math.abs(a - d) <= 1e-6 * a) {
    const scale = a / pixel;
    const [left, baseline] = mapPoint(matrix, x, y);
    const glyphs = run.glyphs.map((glyph) => ({
      ...glyph,
      advance: glyph.advance * scale,
      dx: glyph.dx * scale,
      dy: glyph.dy * scale,
    }));
    return [{ ...base, x: left, y: baseline, size: run.size * scale, glyphs }];
  }
  const transform = multiply(matrix, [1 / pixel, 0, 0, 1 / pixel, 0, 0]);
  return [
    { kind: 'group', transform, clip: undefined, opacity: 1 },
    { ...base, x: x * pixel, y: y * pixel, size: run.size, glyphs: run.glyphs },
    { kind: 'end' },
  ];
}

/** Lines under and through a run; user units. */
function decorationPaths(run: GlyphRun, elements: readonly StyledElement[], x: number, y: number) {
  const lines = new Set(elements.flatMap(({ style }) => style.textDecorationLine));
  const size = run.size / pixel;
  const { underlineThickness, underlineOffset, xHeight } = run.face;
  const thickness = underlineThickness * size;
  const rule = (middle: number) => rectanglePath(x, middle - thickness / 2, run.width / pixel, thickness);
  return [
    ...(lines.has('underline') ? [rule(y + underlineOffset * size)] : []),
    ...(lines.has('line-through') ? [rule(y - (xHeight * size) / 2)] : []),
  ];
}

/** How far below the text's own baseline the one that `dominant-baseline` names stands; user units. */
function baselineShift(style: ComputedStyle, drawing: Drawing): number {
  const { dominantBaseline } = style.svg;
  if (dominantBaseline === 'auto' || dominantBaseline === 'alphabetic') return 0;
  const { stored, sizeAdjust } = drawing.fonts.primary(textStyle(style, drawing));
  return shifts[dominantBaseline](stored.face) * sizeAdjust * (style.fontSize / pixel);
}

const shifts: Readonly<
  Record<Exclude<ComputedStyle['svg']['dominantBaseline'], 'auto' | 'alphabetic'>, (face: Face) => number>
> = {
  middle: (face) => face.xHeight / 2,
  central: (face) => (face.ascent - face.descent) / 2,
  mathematical: (face) => face.ascent / 2,
  hanging: (face) => face.ascent * 0.8,
  ideographic: (face) => -face.descent,
  'text-before-edge': (face) => face.ascent,
  'text-top': (face) => face.ascent,
  'text-after-edge': (face) => -face.descent,
  'text-bottom': (face) => -face.descent,
};

/** What a text asks for and does not get. */
function reportLeftOut(element: StyledElement, drawing: Drawing): void {
  const { svg } = element.style;
  if (svg.stroke.kind !== 'none') {
    drawing.report(unsupported('text is filled and not outlined; its stroke is left out', element.span));
  }
  for (const name of ['rotate', 'textLength']) {
    if (element.attributes[name] === undefined) continue;
    drawing.report(unsupported(`the attribute ${name} is not supported; it is left out`, element.span));
  }
  for (const child of element.children) if (child.type === 'element') reportLeftOut(child, drawing);
}
