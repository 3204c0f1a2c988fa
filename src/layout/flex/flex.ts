import type { ComputedStyle } from '../../style/computed-style.ts';
import type { Box, FlexBox } from '../box.ts';
import { isPositioned } from '../boxes/out-of-flow.ts';
import { type Constraints, closedBox, type Formatting, type Laid } from '../formatting.ts';
import { type BoxFragment, emptyFragment, moved, unplaced } from '../fragment.ts';
import { clampHeight, definiteHeight, edgesOf } from '../sizing.ts';
import { usedBorderWidth } from '../used-width.ts';
import { type FlexContainer, flexContainer } from './flex-axis.ts';
import { crossLines } from './flex-cross.ts';
import { arranged } from './flex-fragments.ts';
import { flexItem } from './flex-item.ts';
import { layOutItem, stretched } from './flex-layout.ts';
import { flexLines, type Line, resolveMainSizes } from './flex-lines.ts';
import { aloneIn, placeLine } from './flex-place.ts';

/** Lays out a flex container (css-flexbox-1 §9): items, lines, main sizes, cross sizes, alignment. */
export function layOutFlex(box: FlexBox, c: Constraints, formatting: Formatting): Laid {
  const style = box.style;
  const edges = edgesOf(style, c.width);
  const page = style.page === 'auto' ? c.page : style.page;
  const borderWidth = usedBorderWidth(box, edges, c, formatting);
  const clamp = (height: number): number => clampHeight(height, style, c.height, edges.vertical);
  const container = flexContainer(
    style,
    Math.max(0, borderWidth - edges.horizontal),
    fixedHeight(box, c, edges.vertical, clamp),
    page,
  );
  const lines = linesOf(box, container, clamp, formatting);
  const main = container.axis.row ? container.width : (container.height ?? clamp(longest(lines, container)));
  for (const line of lines) resolveMainSizes(line, main, container.mainGap);
  const laid = lines.map((line) => line.items.map((item) => layOutItem(item, container, formatting)));
  const across = crossLines(laid, container, clamp);
  const placed = across.lines.map((line) => {
    const items = line.items.map((item) => stretched(item, line.size, container, formatting));
    return placeLine({ ...line, items }, main, across.cross, container);
  });
  const left = edges.border.left + edges.padding.left;
  const before = edges.border.top + edges.padding.top;
  const content = arranged(placed, across, main, container);
  const height = container.height ?? (container.axis.row ? across.cross : main);
  const fragment: BoxFragment = {
    ...emptyFragment(box, page),
    ...content,
    sized: isSized(style, container),
    width: borderWidth,
    height: height + edges.vertical,
    children: [
      ...content.children.map((child) => moved(child, left, before)),
      ...box.children.flatMap((child) =>
        isPositioned(child.style) ? [unplacedItem(child, left, before, height, container)] : [],
      ),
    ],
    before,
    after: edges.border.bottom + edges.padding.bottom,
  };
  return closedBox(fragment, edges.margin);
}

/** A positioned child takes no part: its place is that of an only item (css-flexbox-1 §4.1). */
function unplacedItem(
  box: Box,
  left: number,
  top: number,
  height: number,
  container: FlexContainer,
): BoxFragment {
  const hold = aloneIn(box, container);
  const mark = unplaced(box, left + hold.x * container.width, top + hold.y * height, container.page);
  return { ...mark, hold };
}

/** The content height where it does not come from the items. */
function fixedHeight(
  box: Box,
  c: Constraints,
  extra: number,
  clamp: (height: number) => number,
): number | undefined {
  if (c.borderHeight !== undefined) return Math.max(0, c.borderHeight - extra);
  const definite = definiteHeight(box.style, c.height, extra);
  return definite === undefined ? undefined : clamp(definite);
}

/** The height is set, or may be more than the items take up. */
function isSized(style: ComputedStyle, container: FlexContainer): boolean {
  return container.height !== undefined || typeof style.minHeight !== 'string';
}

function linesOf(
  box: FlexBox,
  container: FlexContainer,
  clamp: (height: number) => number,
  formatting: Formatting,
): readonly Line[] {
  const children = box.children.filter((child) => !isPositioned(child.style));
  const ordered = children.map((child, index) => ({ child, index }));
  ordered.sort((a, b) => a.child.style.order - b.child.style.order || a.index - b.index);
  const items = ordered.map(({ child }) => flexItem(child, container, formatting));
  // A column breaks where its max-height ends.
  const available = container.axis.row
    ? container.width
    : (container.height ?? clamp(Number.POSITIVE_INFINITY));
  return flexLines(items, available, container.mainGap, !container.singleLine);
}

/** The main size that the items ask for. */
function longest(lines: readonly Line[], container: FlexContainer): number {
  const lengths = lines.map((line) =>
    line.items.reduce(
      (sum, item) => sum + item.hypothetical + item.margins,
      container.mainGap * (line.items.length - 1),
    ),
  );
  return Math.max(0, ...lengths);
}
