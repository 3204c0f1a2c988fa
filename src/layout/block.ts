import type { BlockBox, Box, InlineRootBox } from './box.ts';
import { propagatedBreaks } from './breaks.ts';
import { type ColumnLayout, layOutColumns } from './columns.ts';
import { cutColumn } from './cut.ts';
import type { Constraints, Formatting, Laid } from './formatting.ts';
import {
  type BoxFragment,
  bottomOf,
  emptyFragment,
  type Fragment,
  firstBaseline,
  type LineFragment,
} from './fragment.ts';
import { type Atom, type AtomLayout, layOutLines, shapeInline } from './inline.ts';
import { emptyStrut, joinStruts, type Strut, strutOf, strutValue } from './margins.ts';
import { clampHeight, definiteHeight, type Edges, edgesOf } from './sizing.ts';
import { usedBorderWidth } from './used-width.ts';

/** The children of a block container, placed in its content box, and the margins they let out. */
interface Flow {
  readonly children: readonly Fragment[];
  /** Of the content, with margins that do not collapse through its end. */
  readonly height: number;
  readonly top: Strut;
  readonly bottom: Strut;
  /** No child separates the container's top margin from its bottom margin. */
  readonly empty: boolean;
}

/** Lays out a block container (CSS 2.2 §9.4.1 and §10). */
export function layOutBlock(box: BlockBox | InlineRootBox, c: Constraints, formatting: Formatting): Laid {
  const style = box.style;
  const edges = edgesOf(style, c.width);
  const borderWidth = usedBorderWidth(box, edges, c, formatting);
  const contentWidth = Math.max(0, borderWidth - edges.horizontal);
  const fixed =
    c.borderHeight !== undefined
      ? c.borderHeight - edges.vertical
      : definiteHeight(style, c.height, edges.vertical);
  const page = style.page === 'auto' ? c.page : style.page;
  const inner: Constraints = { width: contentWidth, height: fixed, page };
  const open = {
    top: letsOut(box, c, edges, 'top'),
    bottom: letsOut(box, c, edges, 'bottom') && fixed === undefined,
  };
  const columns = isMultiColumn(box) ? layOutColumns(box, inner, columnLayout(formatting)) : undefined;
  const flow = columns ?? flowOf(box, inner, open, formatting);
  const marker =
    box.marker && placedMarker(box.marker, flow.children, contentWidth, style.direction, formatting);
  const natural = Math.max(flow.height, marker && flow.children.length === 0 ? marker.height : 0);
  const height =
    c.borderHeight !== undefined
      ? Math.max(fixed ?? 0, 0)
      : clampHeight(fixed ?? natural, style, c.height, edges.vertical);
  const left = edges.border.left + edges.padding.left;
  const before = edges.border.top + edges.padding.top;
  const after = edges.border.bottom + edges.padding.bottom;
  const fragment: BoxFragment = {
    ...emptyFragment(box, c.page),
    width: borderWidth,
    height: height + edges.vertical,
    children: flow.children.map((child) => ({ ...child, x: child.x + left, y: child.y + before })),
    cutting: 'flow',
    sized: c.borderHeight !== undefined || height > natural + rounding || fixed !== undefined,
    before,
    after,
    marker: marker && { ...marker, x: marker.x + left, y: marker.y + before },
    ...propagatedBreaks(
      { breakBefore: style.breakBefore, breakAfter: style.breakAfter, page },
      flow.children,
    ),
  };
  const through = flow.empty && height === 0 && edges.vertical === 0 && open.top && !marker;
  return {
    fragment,
    top: joinStruts(strutOf(edges.margin.top), flow.top),
    bottom: joinStruts(strutOf(edges.margin.bottom), height > flow.height ? emptyStrut : flow.bottom),
    collapsesThrough: through,
    margin: edges.margin,
  };
}

const sealed = { top: false, bottom: false };

/** Below this, a height that is more than the content's is rounding. Pt. */
const rounding = 0.01;

function columnLayout(formatting: Formatting): ColumnLayout {
  return {
    strip: (box, inner) => flowOf(box, inner, sealed, formatting),
    spanner: (box, inner) => {
      const laid = formatting.layOut(box, { ...inner, independent: true });
      return { laid, fragment: placed(laid, inner.width, 0, 0) };
    },
    cut: cutColumn,
  };
}

/** True where the margins of the first or last child pass through the container's own edge. */
function letsOut(box: Box, c: Constraints, edges: Edges, side: 'top' | 'bottom'): boolean {
  const display = box.style.display;
  if (c.independent || c.borderWidth !== undefined || display === 'flow-root' || display === 'inline-block')
    return false;
  return edges.border[side] + edges.padding[side] === 0 && !isMultiColumn(box);
}

function isMultiColumn(box: Box): boolean {
  return box.style.columnCount !== 'auto' || box.style.columnWidth !== 'auto';
}

type Open = { readonly top: boolean; readonly bottom: boolean };

function flowOf(box: BlockBox | InlineRootBox, inner: Constraints, open: Open, formatting: Formatting): Flow {
  if (box.kind === 'block') return flowBlocks(box.children, inner, open, formatting);
  const lines = layOutLines(box, inner.width, atomLayout(formatting, inner.page), formatting.context);
  const last = lines.at(-1);
  return {
    children: lines,
    height: last ? bottomOf(last) : 0,
    top: emptyStrut,
    bottom: emptyStrut,
    empty: !last,
  };
}

function flowBlocks(boxes: readonly Box[], inner: Constraints, open: Open, formatting: Formatting): Flow {
  const children: Fragment[] = [];
  let y = 0;
  let pending = emptyStrut;
  let top = emptyStrut;
  let empty = true;
  for (const box of boxes) {
    const laid = formatting.layOut(box, inner);
    pending = joinStruts(pending, laid.top);
    const margin = empty && open.top ? 0 : strutValue(pending);
    if (laid.collapsesThrough) {
      pending = joinStruts(pending, laid.bottom);
      children.push(placed(laid, inner.width, y + margin, margin));
      continue;
    }
    if (empty && open.top) top = pending;
    children.push(placed(laid, inner.width, y + margin, margin));
    y += margin + laid.fragment.height;
    pending = laid.bottom;
    empty = false;
  }
  if (empty && open.top) return { children, height: 0, top: pending, bottom: emptyStrut, empty };
  const height = open.bottom ? y : y + strutValue(pending);
  return { children, height, top, bottom: open.bottom ? pending : emptyStrut, empty };
}

/** A block-level box at its place: side margins, `auto` ones sharing what is free (CSS 2.2 §10.3.3). */
function placed(laid: Laid, width: number, y: number, marginTop: number): BoxFragment {
  const style = laid.fragment.box?.style;
  const { left, right } = laid.margin;
  const free = width - laid.fragment.width - left - right;
  const autoLeft = style?.margin.left === 'auto' && free > 0;
  const autoRight = style?.margin.right === 'auto' && free > 0;
  let x = left;
  if (autoLeft) x += autoRight ? free / 2 : free;
  else if (!autoRight && style && isRightToLeft(laid)) x = width - right - laid.fragment.width;
  return { ...laid.fragment, x, y, marginTop };
}

/** The containing block's direction decides which margin gives way; a box inherits it in all but contrived cases. */
function isRightToLeft(laid: Laid): boolean {
  return laid.fragment.box?.style.direction === 'rtl';
}

/** The outside marker beside the first baseline, its end at the content's start edge (css-lists-3 §3.1). */
function placedMarker(
  marker: InlineRootBox,
  children: readonly Fragment[],
  contentWidth: number,
  direction: 'ltr' | 'rtl',
  formatting: Formatting,
): LineFragment | undefined {
  const atoms = atomLayout(formatting, 'auto');
  const width = shapeInline(marker, contentWidth, atoms, formatting.context).paragraph.maxContent;
  const line = layOutLines(marker, width, atoms, formatting.context)[0];
  if (!line) return undefined;
  const gap = trailingSpace(marker, formatting);
  const baseline = baselineOf(children) ?? line.baseline;
  const x = direction === 'ltr' ? -width - gap : contentWidth + gap;
  return { ...line, x, y: baseline - line.baseline };
}

function baselineOf(children: readonly Fragment[]): number | undefined {
  for (const child of children) {
    const baseline = firstBaseline(child);
    if (baseline !== undefined) return child.y + baseline;
  }
  return undefined;
}

/** The space that ends a marker's suffix was trimmed as the end of a line; here it is what keeps marker and text apart. */
function trailingSpace(marker: InlineRootBox, formatting: Formatting): number {
  const written =
    marker.element?.children.map((child) => (child.type === 'text' ? child.text : '')).join('') ?? '';
  const spaces = written.length - written.trimEnd().length;
  const face = formatting.context.fonts.primaryFace(marker.style);
  return (spaces * face.advanceOf(face.glyphOf(0x20)) * marker.style.fontSize) / face.unitsPerEm;
}

/** Inline-blocks and replaced boxes as atoms of a line. */
export function atomLayout(formatting: Formatting, page: string): AtomLayout {
  return {
    layOut: (box, available): Atom => {
      const laid = formatting.layOut(box, {
        width: available,
        height: undefined,
        shrink: true,
        independent: true,
        page,
      });
      const { top, bottom, left, right } = laid.margin;
      return {
        fragment: laid.fragment,
        width: left + laid.fragment.width + right,
        height: top + laid.fragment.height + bottom,
        margin: { top, left },
      };
    },
  };
}
