import type { Box } from '../box.ts';
import type { BoxFragment } from '../fragment.ts';
import { alignmentOf, crossOffset, type Spread, spread } from './flex-alignment.ts';
import { crossSides, type FlexContainer, mainSides } from './flex-axis.ts';
import { baselineOffset, type CrossLine, crossSize, type LaidItem, sharedBaseline } from './flex-cross.ts';

/** The items of a line at their places in the container's content box, `main` and `cross` pt in size (css-flexbox-1 §9.5, §9.6). */
export function placeLine(
  line: CrossLine,
  main: number,
  cross: number,
  container: FlexContainer,
): readonly BoxFragment[] {
  const { axis } = container;
  const gaps = container.mainGap * Math.max(0, line.items.length - 1);
  const used = line.items.reduce((sum, { item }) => sum + item.size + item.margins, gaps);
  const free = main - used;
  const share = autoShare(line.items, free, container);
  const shares = justified(container, share > 0 ? 0 : free, line.items.length);
  let from = shares.offset;
  return line.items.map((item) => {
    const [start, end] = mainSides(axis, item.item.box.style.margin);
    const before = (mainSides(axis, item.item.edges.margin)[0] ?? 0) + (start === 'auto' ? share : 0);
    const autos = (start === 'auto' ? share : 0) + (end === 'auto' ? share : 0);
    const outer = item.item.size + item.item.margins + autos;
    const along = (axis.reversed ? main - from - outer : from) + before;
    const across = crossPlace(item, line, cross, container);
    from += outer + container.mainGap + shares.between;
    const [x, y] = axis.row ? [along, across] : [across, along];
    return { ...item.laid.fragment, x, y };
  });
}

/** How a positioned child would be aligned if it were the only item: parts of the free space left of it and above it (§4.1). */
export function aloneIn(box: Box, container: FlexContainer): { readonly x: number; readonly y: number } {
  const { axis, style } = container;
  const main = justified(container, 1, 1).offset;
  const cross = crossOffset(alignmentOf(box.style, style), 1, axis, style, box.style);
  const along = axis.reversed ? 1 - main : main;
  const across = axis.crossReversed ? 1 - cross : cross;
  return axis.row ? { x: along, y: across } : { x: across, y: along };
}

/** What each `auto` margin along the line gets (css-flexbox-1 §8.1). */
function autoShare(items: readonly LaidItem[], free: number, container: FlexContainer): number {
  if (free <= 0) return 0;
  const count = items.reduce(
    (sum, { item }) =>
      sum + mainSides(container.axis, item.box.style.margin).filter((margin) => margin === 'auto').length,
    0,
  );
  return count === 0 ? 0 : free / count;
}

function justified(container: FlexContainer, free: number, count: number): Spread {
  const { style, axis } = container;
  const startIsEnd = style.flexDirection.endsWith('reverse');
  const leftIsEnd = axis.row ? axis.reversed : startIsEnd;
  const down = !axis.row && (style.justifyContent === 'right' || style.justifyContent === 'safe right');
  return spread(down ? 'start' : style.justifyContent, free, count, { startIsEnd, leftIsEnd });
}

/** Where the item's border box starts across the container, from the top or the left. */
function crossPlace(item: LaidItem, line: CrossLine, cross: number, container: FlexContainer): number {
  const { axis } = container;
  const lineTop = axis.crossReversed ? cross - line.start - line.size : line.start;
  const [before, after] = crossSides(axis, item.item.edges.margin);
  const outer = crossSize(item, container) + before + after;
  const free = line.size - outer;
  return lineTop + before + inLine(item, line, free, outer, container);
}

/** How far the item's margin box is from the top or the left of its line. */
function inLine(
  item: LaidItem,
  line: CrossLine,
  free: number,
  outer: number,
  container: FlexContainer,
): number {
  const { axis, style } = container;
  const own = item.item.box.style;
  const [start, end] = crossSides(axis, own.margin);
  if (free > 0 && (start === 'auto' || end === 'auto')) {
    if (start !== 'auto') return 0;
    return end === 'auto' ? free / 2 : free;
  }
  const shared = sharedBaseline(item, container);
  if (shared) return baselinePlace(item, line, shared, axis.crossReversed);
  const isAuto = start === 'auto' || end === 'auto';
  const offset = isAuto ? 0 : crossOffset(alignmentOf(own, style), free, axis, style, own);
  return axis.crossReversed ? line.size - offset - outer : offset;
}

/** First baselines gather at cross start, last ones at cross end (css-align-3 §9.3). */
function baselinePlace(item: LaidItem, line: CrossLine, which: 'first' | 'last', upwards: boolean): number {
  const group = line[which];
  const atTop = (which === 'first') !== upwards;
  const top = atTop ? 0 : line.size - group.above - group.below;
  return top + group.above - baselineOffset(item, which);
}
