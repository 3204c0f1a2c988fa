import type { ComputedStyle } from '../../style/computed-style.ts';
import type { Face } from '../../text/fonts/face.ts';
import type { GlyphPath } from '../../text/outlines/glyph-path.ts';
import { pathOfGlyph } from '../../text/outlines/path-of-glyph.ts';
import type { GlyphRun } from '../../text/paragraph.ts';
import { isIdeograph } from '../../text/spacing/east-asian-classes.ts';

/** Stretches of a line along a run, from its start; pt. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a line stands: its top below the baseline, and its thickness; pt. */
export interface Rule {
  readonly top: number;
  readonly thickness: number;
}

/** Runs that touch another on its left and right: gaps round their ink reach into its line. */
export interface Beside {
  readonly before?: GlyphRun | undefined;
  readonly after?: GlyphRun | undefined;
}

/** Pt that a gap reaches beyond ink at most; thin lines keep as far away as they are thick. */
const widestGap = 9.75;

/** Ink that reaches into a line by less than this part of its height does not part it. */
const grazed = 0.1;

/**
 * What is left of a line where it parts round the ink of the letters (css-text-decor-4 §2.10); `height` is that of all
 * lines of one that is doubled. `auto` leaves it whole under ideographs, which stand on it.
 */
export function partedLine(
  run: GlyphRun,
  skip: ComputedStyle['textDecorationSkipInk'],
  { top, thickness }: Rule,
  height: number,
  beside: Beside = {},
): readonly Stretch[] {
  const whole = [{ from: 0, to: run.width }];
  if (skip === 'none' || thickness <= 0) return whole;
  const gap = Math.min(thickness, widestGap);
  let left: readonly Stretch[] = whole;
  const partRound = (of: GlyphRun, i: number, x: number): void => {
    const isSquare = skip === 'auto' && isIdeograph(of.text.codePointAt(of.glyphs.cluster(i)) ?? 0);
    const ink = isSquare ? undefined : inkOf(of, i, top, height);
    if (ink) left = without(left, x + ink.from - gap, x + ink.to + gap);
  };
  let x = 0;
  for (let i = 0; i < run.glyphs.length; i++) {
    partRound(run, i, x);
    x += run.glyphs.advance(i);
  }
  const { before, after } = beside;
  const last = before ? before.glyphs.length - 1 : -1;
  if (before && last >= 0) partRound(before, last, -before.glyphs.advance(last));
  if (after && after.glyphs.length > 0) partRound(after, 0, run.width);
  return left;
}

function without(stretches: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  return stretches.flatMap((stretch) => {
    if (to <= stretch.from || from >= stretch.to) return [stretch];
    const before = { from: stretch.from, to: from };
    const after = { from: to, to: stretch.to };
    return [before, after].filter((part) => part.to > part.from);
  });
}

/** Where a glyph's ink crosses a band, from its pen; pt. */
function inkOf({ face, size, glyphs }: GlyphRun, index: number, top: number, height: number) {
  const scale = size / face.unitsPerEm;
  const rise = glyphs.dy(index);
  // Font units, y upwards.
  const high = -(top + rise) / scale;
  const low = -(top + height + rise) / scale;
  const glyph = glyphs.id(index);
  if (staysAbove(face, glyph, high)) return undefined;
  const path = pathOfGlyph(face.outlines, glyph);
  const edge = (high - low) * grazed;
  if (!crossing(path, low + edge, high - edge)) return undefined;
  const ink = crossing(path, low, high);
  const dx = glyphs.dx(index);
  return ink && { from: ink.from * scale + dx, to: ink.to * scale + dx };
}

/** What the box in a `glyf` entry tells of most letters, without their outlines. */
function staysAbove({ outlines }: Face, glyph: number, height: number): boolean {
  if (outlines.kind !== 'glyf') return false;
  const entry = outlines.entryOf(glyph);
  if (entry.length < 10) return true;
  return new DataView(entry.buffer, entry.byteOffset).getInt16(4) >= height;
}

/** How finely a curve is followed. */
const steps = 8;

/** From the leftmost to the rightmost of a path between two heights. */
function crossing(path: GlyphPath, low: number, high: number): Stretch | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const line = (x1: number, y1: number, x2: number, y2: number): void => {
    if (Math.max(y1, y2) < low || Math.min(y1, y2) > high) return;
    const at = (y: number): number => (y1 === y2 ? x1 : x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    const within = (y: number): number => Math.min(high, Math.max(low, y));
    const ends = y1 === y2 ? [x1, x2] : [at(within(y1)), at(within(y2))];
    from = Math.min(from, ...ends);
    to = Math.max(to, ...ends);
  };
  if (path.length === 0) return undefined;
  let [x, y] = [path[0]!.x, path[0]!.y];
  let [startX, startY] = [x, y];
  for (const step of path) {
    if (step.kind === 'curve') {
      let [fromX, fromY] = [x, y];
      for (let i = 1; i <= steps; i++) {
        const [nextX, nextY] = pointOf(x, y, step, i / steps);
        line(fromX, fromY, nextX, nextY);
        [fromX, fromY] = [nextX, nextY];
      }
    } else if (step.kind === 'line') line(x, y, step.x, step.y);
    else {
      line(x, y, startX, startY);
      [startX, startY] = [step.x, step.y];
    }
    [x, y] = [step.x, step.y];
  }
  line(x, y, startX, startY);
  return from <= to ? { from, to } : undefined;
}

type Curve = Extract<GlyphPath[number], { readonly kind: 'curve' }>;

function pointOf(x: number, y: number, curve: Curve, t: number): readonly [number, number] {
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return [
    a * x + b * curve.x1 + c * curve.x2 + d * curve.x,
    a * y + b * curve.y1 + c * curve.y2 + d * curve.y,
  ];
}
