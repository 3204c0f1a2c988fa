import type { ComputedStyle } from '../../style/computed-style.ts';
import type { Box } from '../box.ts';
import type { Constraints, Formatting, Intrinsic } from '../formatting.ts';
import { naturalRatio } from '../replaced.ts';
import {
  clampHeight,
  clampWidth,
  definiteHeight,
  definiteWidth,
  type Edges,
  edgesOf,
  resolve,
} from '../sizing.ts';
import { unsized } from '../unsized.ts';
import { alignmentOf } from './flex-alignment.ts';
import { type Axis, crossSides, definiteCross, type FlexContainer, mainSides } from './flex-axis.ts';

/** An item while its main size is found. Sizes are of the border box, margins apart; pt. */
export interface FlexItem {
  readonly box: Box;
  readonly edges: Edges;
  readonly base: number;
  /** The base size within the item's limits. */
  readonly hypothetical: number;
  /** Margins along the main axis, `auto` as 0. */
  readonly margins: number;
  readonly crossMargins: number;
  readonly grow: number;
  readonly shrink: number;
  /** Border and padding along the main axis. */
  readonly extra: number;
  readonly clamp: (size: number) => number;
  /** Width of an item in a column container: the cross size that its height is found with. */
  readonly crossWidth: number | undefined;
  /** The used main size. */
  size: number;
}

/** Base size and limits of one item (css-flexbox-1 §9.2). */
export function flexItem(box: Box, container: FlexContainer, formatting: Formatting): FlexItem {
  const { axis } = container;
  const edges = edgesOf(box.style, container.width);
  const extra = axis.row ? edges.horizontal : edges.vertical;
  const [start, end] = mainSides(axis, edges.margin);
  const [above, below] = crossSides(axis, edges.margin);
  const part: Measured = {
    box,
    container,
    edges,
    formatting,
    crossWidth: axis.row ? undefined : columnItemWidth(box, edges, container, formatting),
  };
  const base = baseSize(part);
  const clamp = clampOf(part, extra);
  return {
    box,
    edges,
    base,
    hypothetical: clamp(base),
    margins: start + end,
    crossMargins: above + below,
    grow: box.style.flexGrow,
    shrink: box.style.flexShrink,
    extra,
    clamp,
    crossWidth: part.crossWidth,
    size: 0,
  };
}

/** An item that can be measured. */
interface Measured {
  readonly box: Box;
  readonly container: FlexContainer;
  readonly edges: Edges;
  readonly formatting: Formatting;
  readonly crossWidth: number | undefined;
}

function baseSize(part: Measured): number {
  const { box, container, edges } = part;
  const { row } = container.axis;
  const { flexBasis } = box.style;
  const extra = row ? edges.horizontal : edges.vertical;
  if (typeof flexBasis !== 'string') {
    const available = row ? container.width : container.height;
    if (flexBasis.percent !== 0 && available === undefined) return contentSize(part);
    const size = resolve(flexBasis, available ?? 0);
    return box.style.boxSizing === 'border-box' ? Math.max(size, extra) : size + extra;
  }
  if (flexBasis === 'auto')
    return specifiedSize(part) ?? keywordSize(part, box.style.width) ?? contentSize(part);
  if (flexBasis !== 'content') return keywordSize(part, flexBasis) ?? contentSize(part);
  return row && box.kind !== 'replaced' ? contentWidths(part).max : contentSize(part);
}

/** An intrinsic keyword as a main size; along a column all of them are the content's height. */
function keywordSize(part: Measured, keyword: ComputedStyle['width']): number | undefined {
  const { container, edges } = part;
  if (typeof keyword !== 'string' || keyword === 'auto' || !container.axis.row) return undefined;
  const limits = contentWidths(part);
  if (keyword === 'min-content') return limits.min;
  if (keyword === 'max-content') return limits.max;
  const available = container.width - edges.margin.left - edges.margin.right;
  return Math.min(Math.max(limits.min, available), limits.max);
}

/** The main size that `width` or `height` sets, where it is definite. */
function specifiedSize(part: Measured): number | undefined {
  const { box, container, edges } = part;
  const size = container.axis.row
    ? definiteWidth(box.style, container.width, edges.horizontal)
    : definiteHeight(box.style, container.height, edges.vertical);
  const extra = container.axis.row ? edges.horizontal : edges.vertical;
  return size === undefined ? undefined : size + extra;
}

/** The item's size along the main axis when nothing but its content and its cross size say what it is. */
function contentSize(part: Measured): number {
  const { box, container, edges, formatting, crossWidth } = part;
  const transferred = transferredSize(part);
  if (transferred !== undefined) return transferred;
  if (container.axis.row) return contentWidths(part).max;
  const constraints: Constraints = {
    width: container.width,
    height: container.height,
    page: container.page,
    independent: true,
    borderWidth: crossWidth ?? container.width - edges.margin.left - edges.margin.right,
  };
  return formatting.measure(unsized(box), constraints).fragment.height;
}

/** What a ratio makes of a definite cross size (css-flexbox-1 §9.2 3B). */
function transferredSize(part: Measured): number | undefined {
  const { box, container, edges } = part;
  const ratio = box.kind === 'replaced' ? naturalRatio(box) : undefined;
  if (ratio === undefined) return undefined;
  if (!container.axis.row) {
    return part.crossWidth === undefined
      ? undefined
      : (part.crossWidth - edges.horizontal) / ratio + edges.vertical;
  }
  const height = definiteHeight(box.style, container.height, edges.vertical) ?? stretchedHeight(part);
  const natural = (contentWidths(part).max - edges.horizontal) / ratio;
  const used = clampHeight(height ?? natural, box.style, container.height, edges.vertical);
  return height === undefined && used === natural ? undefined : used * ratio + edges.horizontal;
}

/** Content height of a stretched item on the only line of a container whose height is definite (§9.8). */
function stretchedHeight({ box, container, edges }: Measured): number | undefined {
  const cross = definiteCross(container);
  if (cross === undefined || !container.singleLine || !stretches(box, container)) return undefined;
  return Math.max(0, cross - edges.margin.top - edges.margin.bottom - edges.vertical);
}

/** The used limits: min-width and max-width or their vertical kin, an `auto` minimum from the content (§4.5). */
function clampOf(part: Measured, extra: number): (size: number) => number {
  const { box, container } = part;
  const { row } = container.axis;
  const clamp = (size: number): number =>
    row
      ? clampWidth(size - extra, box.style, container.width, extra) + extra
      : clampHeight(size - extra, box.style, container.height, extra) + extra;
  const isAuto = (row ? box.style.minWidth : box.style.minHeight) === 'auto';
  const least = isAuto ? clamp(automaticMinimum(part)) : 0;
  return (size) => Math.max(clamp(size), least, extra);
}

function automaticMinimum(part: Measured): number {
  const { box, container } = part;
  const content = container.axis.row && box.kind !== 'replaced' ? contentWidths(part).min : contentSize(part);
  return Math.min(content, specifiedSize(part) ?? Number.POSITIVE_INFINITY);
}

/** Border-box width of an item in a column: its own, the line's where it stretches, else as much as its content asks for. */
function columnItemWidth(
  box: Box,
  edges: Edges,
  container: FlexContainer,
  formatting: Formatting,
): number | undefined {
  const extra = edges.horizontal;
  const available = container.width - edges.margin.left - edges.margin.right - extra;
  const clamp = (content: number): number => clampWidth(content, box.style, container.width, extra) + extra;
  const definite = definiteWidth(box.style, container.width, extra);
  if (definite !== undefined) return clamp(definite);
  if (box.style.width === 'auto' && container.singleLine && stretches(box, container))
    return clamp(available);
  if (box.kind === 'replaced') return replacedWidth(box, container, formatting);
  const limits = contentWidths({ box, edges, formatting });
  if (box.style.width === 'min-content') return clamp(limits.min - extra);
  if (box.style.width === 'max-content') return clamp(limits.max - extra);
  return clamp(Math.min(Math.max(limits.min - extra, available), limits.max - extra));
}

function replacedWidth(box: Box, container: FlexContainer, formatting: Formatting): number {
  const { width, height, page } = container;
  return formatting.measure(box, { width, height, page, independent: true }).fragment.width;
}

/** True where the item fills its line: `stretch`, with a size and margins that allow it (css-flexbox-1 §8.3). */
export function stretches(box: Box, container: FlexContainer): boolean {
  const { axis, style } = container;
  const align = alignmentOf(box.style, style);
  if (align !== 'stretch' && align !== 'normal') return false;
  const [start, end] = crossSides(axis, box.style.margin);
  if (start === 'auto' || end === 'auto') return false;
  return isAutomatic(axis, box.style, container.height);
}

/** A percentage of a height that is not known behaves as `auto`. */
function isAutomatic(axis: Axis, style: ComputedStyle, height: number | undefined): boolean {
  if (!axis.row) return style.width === 'auto';
  return style.height === 'auto' || (style.height.percent !== 0 && height === undefined);
}

/** Min-content and max-content widths of the border box without regard to the item's own sizes; percentages are of the container. */
function contentWidths({
  box,
  edges,
  formatting,
}: Pick<Measured, 'box' | 'edges' | 'formatting'>): Intrinsic {
  const { min, max } = formatting.intrinsic(unsized(box));
  const more = edges.horizontal - edgesOf(box.style, 0).horizontal;
  return { min: min + more, max: max + more };
}
