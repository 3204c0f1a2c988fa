import type { Colour } from '../../style/computed-style.ts';
import type { DrawnBullet } from '../../style/styled-tree.ts';
import type { GlyphRun } from '../../text/paragraph.ts';
import type { InlineContext, LinkSlot } from '../box.ts';
import type { LineFragment, LinePart } from '../fragment.ts';
import { isWithin, type Matrix, multiply } from '../geometry.ts';
import { plainStroke } from '../graphics.ts';
import { onPage } from '../lines/line-frame.ts';
import { mapPath } from '../svg/path-geometry.ts';
import { bulletPath } from './bullet-path.ts';
import type { EmphasisMarks } from './emphasis-marks.ts';
import { paintBox } from './paint-decoration.ts';
import { paintTextLine } from './paint-text-line.ts';
import { emit, emitLink, emitPath, type PagePainter } from './painter.ts';
import type { Beside } from './skip-ink.ts';

/** Paints a box inside a line; the box stage supplies it. */
export type PaintAtom = (
  painter: PagePainter,
  part: LinePart & { kind: 'atom' },
  x: number,
  y: number,
) => void;

type TextPart = LinePart & { kind: 'text' };

/** Paints a line box whose top left corner is at (x, y). */
export function paintLine(
  painter: PagePainter,
  line: LineFragment,
  x: number,
  y: number,
  paintAtom: PaintAtom,
): void {
  const baseline = y + line.baseline;
  const number = painter.painting.nextLine++;
  for (const part of line.parts) {
    if (part.kind === 'inline-box') paintInlineBox(painter, part, x, y);
    else if (part.kind === 'atom') paintAtom(painter, part, x, y);
    else paintText(painter, part, x + part.x, baseline - part.rise, number, () => besideOf(part, line.parts));
  }
  paintLinks(painter, line, x, y);
}

function paintInlineBox(
  painter: PagePainter,
  part: LinePart & { kind: 'inline-box' },
  x: number,
  y: number,
): void {
  const style = part.context.style;
  const ltr = style.direction === 'ltr';
  const box = { x: x + part.x, y: y + part.y, width: part.width, height: part.height };
  const none = { width: 0, style: 'none', colour: style.color } as const;
  const border = {
    ...style.border,
    left: (ltr ? part.starts : part.ends) ? style.border.left : none,
    right: (ltr ? part.ends : part.starts) ? style.border.right : none,
  };
  const span = part.context.element?.span;
  if (span) paintBox(painter, { ...style, border }, box, { top: true, bottom: true }, span);
}

/** The runs on the same baseline that a run touches. */
function besideOf({ x, rise, run }: TextPart, parts: readonly LinePart[]): Beside {
  const touching = (at: (part: TextPart) => number): GlyphRun | undefined =>
    parts.find(
      (part): part is TextPart => part.kind === 'text' && part.rise === rise && Math.abs(at(part)) < touch,
    )?.run;
  return {
    before: touching((part) => part.x + part.run.width - x),
    after: touching((part) => part.x - x - run.width),
  };
}

/** Room for rounding, pt. */
const touch = 0.01;

function paintText(
  painter: PagePainter,
  part: TextPart,
  x: number,
  baseline: number,
  line: number,
  beside: () => Beside,
): void {
  const { run, context } = part;
  const style = context.style;
  if (style.visibility !== 'visible') return;
  const opacity = inlineOpacity(context);
  const bullet = context.element?.bullet;
  noteCut(painter, part, x, baseline);
  paintLines(painter, part, 'underline', x, baseline, opacity, beside);
  if (bullet) paintBullet(painter, run, bullet, x, baseline, faded(style.color, opacity));
  emit(painter, {
    kind: 'glyphs',
    content: part.leaf,
    face: run.face,
    size: run.size,
    colour: faded(style.color, opacity),
    x,
    y: baseline,
    glyphs: run.glyphs,
    ...(run.upright && { turn: 'upright' }),
    ...(bullet && { invisible: true }),
    text: run.text,
    level: run.level,
    line,
    language: style.language,
  });
  if (part.marks) paintMarks(painter, part.marks, x, baseline, opacity);
  paintLines(painter, part, 'line-through', x, baseline, opacity, beside);
}

/** Emphasis marks are drawn, not written: who copies the text gets the text alone. */
function paintMarks(painter: PagePainter, marks: EmphasisMarks, x: number, y: number, opacity: number): void {
  const matrix = fromPen(painter, x, y);
  const at = (path: EmphasisMarks['filled']) => mapPath(path, matrix);
  const colour = faded(marks.colour, opacity);
  const shared = { fillRule: 'nonzero' } as const;
  if (marks.filled.length > 0) {
    emitPath(painter, { ...shared, path: at(marks.filled), fill: colour, stroke: undefined });
  }
  if (marks.stroked.length > 0) {
    const stroke = plainStroke(colour, marks.strokeWidth);
    emitPath(painter, { ...shared, path: at(marks.stroked), fill: undefined, stroke });
  }
}

/** A bullet is drawn; its character stands there to be read. */
function paintBullet(
  painter: PagePainter,
  run: GlyphRun,
  bullet: DrawnBullet,
  x: number,
  y: number,
  fill: Colour,
): void {
  if (fill.a === 0) return;
  const path = mapPath(bulletPath(run, bullet), fromPen(painter, x, y));
  emitPath(painter, { path, fill, fillRule: 'nonzero', stroke: undefined });
}

/** Maps what is given from a pen in a line to the page. */
function fromPen({ frame }: PagePainter, x: number, y: number): Matrix {
  const place = [1, 0, 0, 1, x, y] as const;
  return frame ? multiply(frame.matrix, place) : place;
}

/** What the inline boxes around text leave of it; each of their parts is drawn by itself. */
function inlineOpacity(context: InlineContext): number {
  let opacity = 1;
  for (let at: InlineContext | undefined = context; at; at = at.parent) {
    if (at.style.display === 'inline') opacity *= at.style.opacity;
  }
  return opacity;
}

function faded(colour: Colour, opacity: number): Colour {
  return opacity === 1 ? colour : { ...colour, a: colour.a * opacity };
}

/** Half of what a letter is high may be cut before it counts as lost. */
const CUT_SHARE = 0.5;

/** Notes text that the box around it does not show, by the baseline and its ends. */
function noteCut(painter: PagePainter, { run }: TextPart, x: number, baseline: number): void {
  if (!painter.clip || painter.artifact || run.text.trim() === '') return;
  const { area, span } = painter.clip;
  const half = run.face.xHeight * run.size * CUT_SHARE;
  const text = onPage(painter.frame, {
    x: x + half * 2,
    y: baseline - half,
    width: run.width - half * 4,
    height: 0,
  });
  const cut = painter.frame
    ? !isWithin(text, area)
    : baseline > area.y + area.height + half ||
      baseline - half < area.y ||
      x + run.width > area.x + area.width + half * 2 ||
      x < area.x - half * 2;
  if (cut && !painter.painting.cut.has(span)) painter.painting.cut.set(span, run.text.trim());
}

/** Underlines lie under the letters, lines through them over. White space that hangs at the start has none. */
function paintLines(
  painter: PagePainter,
  { run, context, drops }: TextPart,
  line: 'underline' | 'line-through',
  x: number,
  baseline: number,
  opacity: number,
  beside: () => Beside,
): void {
  for (const [index, decoration] of context.decorations.entries()) {
    if (decoration.line !== line || (/^\s*$/.test(run.text) && run.x < 0)) continue;
    const colour = faded(decoration.decorator.textDecorationColor, opacity);
    const place = { x, baseline: baseline + (drops?.[index] ?? 0), colour };
    paintTextLine(painter, decoration, run, context.style, place, beside());
  }
}

/** One area a link and line, over all of its parts there. */
function paintLinks(painter: PagePainter, line: LineFragment, x: number, y: number): void {
  const areas = new Map<LinkSlot, { from: number; to: number }>();
  for (const part of line.parts) {
    const link = part.context.link;
    if (!link || part.kind === 'inline-box' || part.context.style.visibility !== 'visible') continue;
    const from = part.kind === 'text' ? part.x : part.fragment.x;
    const to = from + (part.kind === 'text' ? part.run.width : part.fragment.width);
    const area = areas.get(link) ?? { from, to };
    areas.set(link, { from: Math.min(area.from, from), to: Math.max(area.to, to) });
  }
  for (const [link, { from, to }] of areas) {
    emitLink(painter, link, { x: x + from, y, width: to - from, height: line.height });
  }
}
