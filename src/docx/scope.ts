import type { ComputedStyle, LengthPercentage } from '../style/computed-style.ts';
import type { StyledElement } from '../style/styled-tree.ts';
import { edgeOf } from './computed-properties.ts';
import type { SectionKey } from './model.ts';
import { type EdgeProperties, type EdgeSet, noEdges } from './style-properties.ts';
import { eighths, hex, resolveLength, twips } from './units.ts';

/** What the containers around a paragraph pass down to it, for Word has no nested boxes. Pt unless said. */
export interface Scope {
  /** Distance of the content from the start and end edges of the text area. */
  readonly start: number;
  readonly end: number;
  /** Same, of the outside of the nearest filled or framed box: a table in it is as wide as the box. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** Start of the content of the nearest box: its paragraphs must share it, or Word breaks the box up. */
  readonly boxStart: number;
  /** Width of the text area: page or cell. */
  readonly measure: number;
  /** Fill of the nearest box, `RRGGBB`. */
  readonly shade: string | undefined;
  readonly edges: EdgeSet;
  /** Name of the style that a container gives to the plain paragraphs in it. */
  readonly role: string | undefined;
  /** Same, of the nearest filled or framed box that has one: other paragraphs in it are named after it too. */
  readonly box: string | undefined;
  readonly listDepth: number;
  readonly inCell: boolean;
  /** Lines run down or up the page. */
  readonly isVertical: boolean;
  readonly section: SectionKey;
}

/** The width that is left for content. Pt. */
export function innerWidth(scope: Scope): number {
  return Math.max(1, scope.measure - scope.start - scope.end);
}

interface LogicalSide {
  readonly margin: number;
  readonly padding: number;
  readonly border: ComputedStyle['border']['left'];
}

function length(value: LengthPercentage | 'auto', base: number): number {
  return value === 'auto' ? 0 : resolveLength(value, base);
}

/** Start and end side of an element's own direction. */
export function logicalSides(style: ComputedStyle, base: number): { start: LogicalSide; end: LogicalSide } {
  const of = (side: 'left' | 'right'): LogicalSide => ({
    margin: length(style.margin[side], base),
    padding: resolveLength(style.padding[side], base),
    border: style.border[side],
  });
  const left = of('left');
  const right = of('right');
  return style.direction === 'rtl' ? { start: right, end: left } : { start: left, end: right };
}

/** The scope of an element's content: its margins, borders, padding and fill added. */
export function enter(scope: Scope, element: StyledElement): Scope {
  const style = element.style;
  const base = innerWidth(scope);
  const { start, end } = logicalSides(style, base);
  const fill = style.backgroundColor.a > 0 ? hex(style.backgroundColor, scope.shade) : undefined;
  const boxed = fill !== undefined || start.border.width > 0 || end.border.width > 0;
  const outerStart = scope.start + start.margin;
  const outerEnd = scope.end + end.margin;
  const inner = {
    ...scope,
    start: outerStart + start.border.width + start.padding,
    end: outerEnd + end.border.width + end.padding,
    ...(boxed && { outerStart, outerEnd, boxStart: outerStart + start.border.width + start.padding }),
    shade: fill ?? scope.shade,
    edges: edgesOf(scope, style, base, fill),
    role: style.docxStyle === 'auto' ? scope.role : style.docxStyle,
    box: boxed && style.docxStyle !== 'auto' ? style.docxStyle : scope.box,
  };
  return scope.shade === undefined && !boxed ? narrowed(inner, style) : inner;
}

/** `width` and `max-width` as a wider indent; not inside a box, whose paragraphs must share their edges to be one. */
function narrowed(scope: Scope, style: ComputedStyle): Scope {
  const inner = innerWidth(scope);
  if (style.display === 'table' || style.maxWidth === 'none') return scope;
  const spare = inner - resolveLength(style.maxWidth, inner);
  if (spare <= 1) return scope;
  const centred = style.margin.left === 'auto' && style.margin.right === 'auto';
  return centred
    ? { ...scope, start: scope.start + spare / 2, end: scope.end + spare / 2 }
    : { ...scope, end: scope.end + spare };
}

/**
 * Edges of the paragraphs inside an element. Rules above and below an element that is neither filled nor framed at
 * its sides are not passed down: they belong to its first and last paragraph, see `ruleEdges`.
 */
function edgesOf(scope: Scope, style: ComputedStyle, base: number, fill: string | undefined): EdgeSet {
  const { start, end } = logicalSides(style, base);
  const ground = fill ?? scope.shade;
  const framed = start.border.width > 0 || end.border.width > 0;
  if (fill === undefined && !framed) return scope.edges;
  const { top, bottom } = ruleEdges(style, base, ground);
  const own: EdgeSet = {
    top: top ?? filler(fill, resolveLength(style.padding.top, base)),
    end: edgeOf(end.border, end.padding, ground) ?? filler(fill, end.padding),
    bottom: bottom ?? filler(fill, resolveLength(style.padding.bottom, base)),
    start: edgeOf(start.border, start.padding, ground) ?? filler(fill, start.padding),
  };
  if (fill !== undefined) return own;
  return {
    top: own.top ?? scope.edges.top,
    end: own.end ?? scope.edges.end,
    bottom: own.bottom ?? scope.edges.bottom,
    start: own.start ?? scope.edges.start,
  };
}

/** True where an element's top and bottom borders are mere rules: no fill, nothing at its sides. */
export function isRuled(style: ComputedStyle): boolean {
  const sides = style.border.left.width > 0 || style.border.right.width > 0;
  return (
    !sides && style.backgroundColor.a === 0 && (style.border.top.width > 0 || style.border.bottom.width > 0)
  );
}

/** Top and bottom border of an element. */
export function ruleEdges(
  style: ComputedStyle,
  base: number,
  ground: string | undefined,
): Pick<EdgeSet, 'top' | 'bottom'> {
  return {
    top: edgeOf(style.border.top, resolveLength(style.padding.top, base), ground),
    bottom: edgeOf(style.border.bottom, resolveLength(style.padding.bottom, base), ground),
  };
}

/**
 * A border of the fill's own colour: Word fills up to the border only, so padding needs one. Word leaves 31 pt at
 * most between border and text; the border itself takes what is missing.
 */
function filler(fill: string | undefined, padding: number): EdgeProperties | undefined {
  if (fill === undefined || padding <= 0) return undefined;
  const space = Math.min(31, Math.round(padding));
  return { size: eighths(Math.max(0.5, padding - space)), value: 'single', colour: fill, space };
}

/** Space above and below an element, outside its edges. Twips. */
export function outerSpace(
  style: ComputedStyle,
  base: number,
): { readonly before: number; readonly after: number } {
  const filled = style.backgroundColor.a > 0;
  const side = (name: 'top' | 'bottom'): number => {
    const padding = filled || style.border[name].width > 0 ? 0 : resolveLength(style.padding[name], base);
    return Math.max(0, twips(length(style.margin[name], base) + padding));
  };
  return { before: side('top'), after: side('bottom') };
}

/** The scope at the top of a page or of a table cell. */
export function rootScope(measure: number, section: SectionKey, parent?: Scope): Scope {
  return {
    start: 0,
    end: 0,
    outerStart: 0,
    outerEnd: 0,
    boxStart: 0,
    measure,
    shade: parent?.shade,
    edges: noEdges,
    role: parent?.role,
    box: parent?.box,
    listDepth: 0,
    inCell: parent !== undefined,
    isVertical: parent?.isVertical ?? false,
    section,
  };
}
