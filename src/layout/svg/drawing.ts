import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import type { FontBook } from '../../text/fonts/font-book.ts';
import { type Matrix, multiply, type Rectangle } from '../geometry.ts';
import type { FillRule, PathSegment } from '../graphics.ts';
import type { DisplayItem } from '../paged-document.ts';
import type { Viewport } from './lengths.ts';
import { isUpright, pathBounds, surrounds, union } from './path-geometry.ts';

/** What the drawing of one picture shares, and what it makes. */
export interface Drawing {
  readonly fonts: FontBook;
  /** Families that text is set in where the drawing's own are not declared, and the language where it says none. */
  readonly families: readonly string[];
  readonly language: string;
  /** The element of an id. */
  readonly find: (id: string) => StyledElement | undefined;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly items: DisplayItem[];
  /** What is left of the segments that it may draw. */
  budget: number;
  /** In page coordinates, around all that was drawn since it was last cleared. */
  extent: Rectangle | undefined;
}

/** Where an element is drawn: from its coordinates to those of the page, and what its percentages are of. */
export interface Space {
  readonly matrix: Matrix;
  readonly viewport: Viewport;
}

/** Most segments of paths and clips that a drawing makes; a character counts for some. */
export const maxSegments = 2_000_000;

/** Thrown where a drawing makes more than it may. */
export class OverBudget extends Error {}

/** Takes what is about to be drawn off the budget. Throws OverBudget. */
export function spend(drawing: Drawing, segments: number): void {
  drawing.budget -= segments;
  if (drawing.budget < 0) throw new OverBudget();
}

/** The space inside a map. */
export function within(space: Space, matrix: Matrix | undefined): Space {
  return matrix ? { ...space, matrix: multiply(space.matrix, matrix) } : space;
}

/** Notes that something was drawn there. */
export function extend(drawing: Drawing, bounds: Rectangle | undefined): void {
  drawing.extent = union(drawing.extent, bounds);
}

/** What is left of a drawing: the inside of a path in page coordinates. */
export interface Clip {
  readonly path: readonly PathSegment[];
  readonly fillRule: FillRule;
}

/**
 * Draws into a group: cut to a path, made transparent together. No group is made for what draws nothing, nor by a
 * clip that cuts nothing off.
 */
export function drawGroup(drawing: Drawing, clip: Clip | undefined, opacity: number, draw: () => void): void {
  if (!clip && opacity >= 1) return draw();
  const before = drawing.extent;
  const start = drawing.items.length;
  drawing.extent = undefined;
  draw();
  if (opacity <= 0) drawing.items.length = start;
  const cut = clip && !holds(clip, drawing.extent) ? clip : undefined;
  if (drawing.items.length > start && (cut || opacity < 1)) {
    drawing.items.splice(start, 0, { kind: 'group', transform: undefined, clip: cut, opacity });
    drawing.items.push({ kind: 'end' });
  }
  if (cut) drawing.extent = pathBounds(cut.path);
  extend(drawing, before);
}

/** Whether a clip is a rectangle that cuts nothing off. */
function holds({ path }: Clip, inner: Rectangle | undefined): boolean {
  return !inner || (isUpright(path) && surrounds(pathBounds(path), inner));
}

/** How much a map enlarges where it keeps shapes: undefined for one that stretches or slants them. */
export function uniformScale([a, b, c, d]: Matrix): number | undefined {
  const [x, y] = [Math.hypot(a, b), Math.hypot(c, d)];
  const isUniform = Math.abs(x - y) <= 1e-6 * x && Math.abs(a * c + b * d) <= 1e-6 * x * y;
  return isUniform ? x : undefined;
}
