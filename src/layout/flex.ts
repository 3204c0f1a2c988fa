import type { ComputedStyle } from '../style/computed-style.ts';
import type { Box, FlexBox } from './box.ts';
import { type Axis, type LaidItem, lineCrossSizes, outerCross, placeLine, stretches } from './flex-align.ts';
import { type FlexItem, flexLines, resolveMainSizes } from './flex-lines.ts';
import { type Constraints, closedBox, type Formatting, type Laid } from './formatting.ts';
import { type BoxFragment, emptyFragment } from './fragment.ts';
import {
  clampHeight,
  clampWidth,
  definiteHeight,
  definiteWidth,
  type Edges,
  edgesOf,
  resolve,
} from './sizing.ts';

/** Lays out a flex container (css-flexbox-1 §9): lines, main sizes, cross sizes, alignment. */
export function layOutFlex(box: FlexBox, c: Constraints, formatting: Formatting): Laid {
  const style = box.style;
  const edges = edgesOf(style, c.width);
  const page = style.page === 'auto' ? c.page : style.page;
  const width = containerWidth(box, edges, c, formatting);
  const fixed =
    c.borderHeight !== undefined
      ? c.borderHeight - edges.vertical
      : definiteHeight(style, c.height, edges.vertical);
  const axis = axisOf(style);
  const inner: Constraints = { width, height: fixed, page };
  const items = orderedItems(box, axis, inner, formatting);
  const mainSize = axis.row ? width : fixed;
  const mainGap = gapOf(axis.row ? style.columnGap : style.rowGap, mainSize ?? 0);
  const crossGap = gapOf(axis.row ? style.rowGap : style.columnGap, axis.row ? (fixed ?? 0) : width);
  const lines = flexLines(items, mainSize, mainGap, style.flexWrap !== 'nowrap');
  for (const line of lines) resolveMainSizes(line, mainSize, mainGap);
  const laid = lines.map((line) => line.items.map((item) => layOutItem(item, axis, inner, formatting)));
  const crossSizes = lineCrossSizes(laid, axis, axis.row ? fixed : width, crossGap, style);
  const children: BoxFragment[] = [];
  let cross = 0;
  let mainEnd = 0;
  lines.forEach((_, index) => {
    const stretched = laid[index]!.map((item) =>
      stretch(item, crossSizes[index]!, axis, style, inner, formatting),
    );
    mainEnd = Math.max(
      mainEnd,
      placeLine(stretched, mainSize, mainGap, cross, crossSizes[index]!, axis, style, width, children),
    );
    cross += crossSizes[index]! + (index < lines.length - 1 ? crossGap : 0);
  });
  const content = axis.row ? cross : mainEnd;
  const height =
    c.borderHeight !== undefined
      ? Math.max(0, fixed ?? 0)
      : clampHeight(fixed ?? content, style, c.height, edges.vertical);
  const left = edges.border.left + edges.padding.left;
  const before = edges.border.top + edges.padding.top;
  const fragment: BoxFragment = {
    ...emptyFragment(box, page),
    width: width + edges.horizontal,
    height: height + edges.vertical,
    children: children.map((child) => ({ ...child, x: child.x + left, y: child.y + before })),
    cutting: axis.row && lines.length === 1 ? 'parallel' : axis.row ? 'none' : 'flow',
    before,
    after: edges.border.bottom + edges.padding.bottom,
  };
  return closedBox(fragment, edges.margin);
}

function axisOf(style: ComputedStyle): Axis {
  const row = style.flexDirection.startsWith('row');
  const reverse = style.flexDirection.endsWith('reverse');
  return { row, reversed: row ? reverse !== (style.direction === 'rtl') : reverse };
}

function containerWidth(box: Box, edges: Edges, c: Constraints, formatting: Formatting): number {
  if (c.borderWidth !== undefined) return Math.max(0, c.borderWidth - edges.horizontal);
  const fill = c.width - edges.margin.left - edges.margin.right - edges.horizontal;
  const auto = (): number => {
    if (!c.shrink) return fill;
    const limits = formatting.intrinsic(box);
    return Math.min(Math.max(limits.min - edges.horizontal, fill), limits.max - edges.horizontal);
  };
  return clampWidth(
    definiteWidth(box.style, c.width, edges.horizontal) ?? auto(),
    box.style,
    c.width,
    edges.horizontal,
  );
}

function gapOf(gap: ComputedStyle['rowGap'], base: number): number {
  return gap === 'normal' ? 0 : resolve(gap, base);
}

function orderedItems(box: FlexBox, axis: Axis, inner: Constraints, formatting: Formatting): FlexItem[] {
  const children = box.children.map((child, index) => ({ child, index }));
  children.sort((a, b) => a.child.style.order - b.child.style.order || a.index - b.index);
  return children.map(({ child }) => flexItem(child, axis, inner, formatting));
}

/** Base size and limits of one item; outer sizes hold the margins too (css-flexbox-1 §9.2). */
function flexItem(box: Box, axis: Axis, inner: Constraints, formatting: Formatting): FlexItem {
  const style = box.style;
  const edges = edgesOf(style, inner.width);
  const extra = axis.row ? edges.horizontal : edges.vertical;
  const margins = axis.row ? edges.margin.left + edges.margin.right : edges.margin.top + edges.margin.bottom;
  const base = baseSize(box, axis, inner, edges, formatting);
  const clamp = (size: number): number =>
    axis.row
      ? clampWidth(size - extra, style, inner.width, extra) + extra
      : clampHeight(size - extra, style, inner.height, extra) + extra;
  const automaticMin = axis.row
    ? Math.min(formatting.intrinsic(box).min, definiteOuter(box, inner, edges) ?? Number.POSITIVE_INFINITY)
    : base;
  const min = (axis.row ? style.minWidth : style.minHeight) === 'auto' ? automaticMin : extra;
  return {
    box,
    base,
    hypothetical: Math.max(clamp(base), min),
    margins,
    grow: style.flexGrow,
    shrink: style.flexShrink,
    extra,
    clamp: (size) => Math.max(clamp(size), min),
    size: 0,
  };
}

function definiteOuter(box: Box, inner: Constraints, edges: Edges): number | undefined {
  const width = definiteWidth(box.style, inner.width, edges.horizontal);
  return width === undefined ? undefined : width + edges.horizontal;
}

function baseSize(box: Box, axis: Axis, inner: Constraints, edges: Edges, formatting: Formatting): number {
  const basis = box.style.flexBasis;
  if (typeof basis !== 'string') {
    const size = resolve(basis, (axis.row ? inner.width : inner.height) ?? 0);
    const extra = axis.row ? edges.horizontal : edges.vertical;
    return box.style.boxSizing === 'border-box' ? Math.max(size, extra) : size + extra;
  }
  if (axis.row)
    return (basis === 'auto' ? definiteOuter(box, inner, edges) : undefined) ?? formatting.intrinsic(box).max;
  return formatting.layOut(box, { ...inner, independent: true, shrink: !stretches(box, undefined) }).fragment
    .height;
}

function layOutItem(item: FlexItem, axis: Axis, inner: Constraints, formatting: Formatting): LaidItem {
  const constraints: Constraints = axis.row
    ? { ...inner, borderWidth: item.size, independent: true }
    : { ...inner, borderHeight: item.size, independent: true };
  return { item, laid: formatting.layOut(item.box, constraints), mainSize: item.size };
}

function stretch(
  item: LaidItem,
  cross: number,
  axis: Axis,
  container: ComputedStyle,
  inner: Constraints,
  formatting: Formatting,
): LaidItem {
  const box = item.item.box;
  const auto = axis.row ? box.style.height === 'auto' : box.style.width === 'auto';
  if (!auto || !stretches(box, container) || box.kind === 'replaced') return item;
  const size =
    cross - (outerCross(item, axis) - (axis.row ? item.laid.fragment.height : item.laid.fragment.width));
  if (axis.row) {
    const fragment = item.laid.fragment;
    return {
      ...item,
      laid: { ...item.laid, fragment: { ...fragment, height: Math.max(size, fragment.height) } },
    };
  }
  const constraints = { ...inner, borderWidth: size, borderHeight: item.mainSize, independent: true };
  return { ...item, laid: formatting.layOut(box, constraints) };
}
