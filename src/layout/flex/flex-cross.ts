import type { Laid } from '../formatting.ts';
import { firstBaseline, lastBaseline } from '../fragment.ts';
import { alignmentOf, type Spread, spread } from './flex-alignment.ts';
import { definiteCross, type FlexContainer } from './flex-axis.ts';
import type { FlexItem } from './flex-item.ts';

/** An item that was laid out at its used main size. */
export interface LaidItem {
  readonly item: FlexItem;
  readonly laid: Laid;
}

/** Items that share a baseline: how far they reach above and below it, margins included; pt. */
interface BaselineGroup {
  above: number;
  below: number;
}

/** A line's items with its size and place across the container; pt. */
export interface CrossLine {
  readonly items: readonly LaidItem[];
  readonly size: number;
  /** From the container's cross start. */
  readonly start: number;
  readonly first: Readonly<BaselineGroup>;
  readonly last: Readonly<BaselineGroup>;
}

/** The lines, and the container's size across them; pt. */
export interface CrossLines {
  readonly lines: readonly CrossLine[];
  readonly cross: number;
}

/** The item's border box across the line. */
export function crossSize({ laid }: LaidItem, container: FlexContainer): number {
  return container.axis.row ? laid.fragment.height : laid.fragment.width;
}

/** Which baseline the item is aligned by; a column's items have none across it. */
export function sharedBaseline(item: LaidItem, container: FlexContainer): 'first' | 'last' | undefined {
  if (!container.axis.row) return undefined;
  const { margin } = item.item.box.style;
  if (margin.top === 'auto' || margin.bottom === 'auto') return undefined;
  const align = alignmentOf(item.item.box.style, container.style);
  if (align === 'baseline') return 'first';
  return align === 'last baseline' ? 'last' : undefined;
}

/** The item's baseline from the top of its margin box; the bottom edge serves where it has no line. */
export function baselineOffset({ item, laid }: LaidItem, which: 'first' | 'last'): number {
  const find = which === 'first' ? firstBaseline : lastBaseline;
  return item.edges.margin.top + (find(laid.fragment) ?? laid.fragment.height);
}

/** Sizes of the lines across the container, and where they stand (css-flexbox-1 §9.4 and §9.6). */
export function crossLines(
  lines: readonly (readonly LaidItem[])[],
  container: FlexContainer,
  clamp: (cross: number) => number,
): CrossLines {
  const sized = lines.map((items) => sizeOf(items, container));
  const definite = definiteCross(container);
  const gaps = container.crossGap * Math.max(0, lines.length - 1);
  const natural = sized.reduce((sum, line) => sum + line.size, gaps);
  const cross = definite ?? clamp(natural);
  if (container.singleLine)
    return { lines: sized.map((line) => ({ ...line, size: cross, start: 0 })), cross };
  return { lines: placed(sized, cross - natural, container), cross };
}

function sizeOf(items: readonly LaidItem[], container: FlexContainer): Omit<CrossLine, 'start'> {
  const first: BaselineGroup = { above: 0, below: 0 };
  const last: BaselineGroup = { above: 0, below: 0 };
  let size = 0;
  for (const item of items) {
    const outer = crossSize(item, container) + item.item.crossMargins;
    const shared = sharedBaseline(item, container);
    if (shared) {
      const group = shared === 'first' ? first : last;
      const above = baselineOffset(item, shared);
      group.above = Math.max(group.above, above);
      group.below = Math.max(group.below, outer - above);
    } else size = Math.max(size, outer);
  }
  size = Math.max(size, first.above + first.below, last.above + last.below);
  return { items, size, first, last };
}

function placed(
  lines: readonly Omit<CrossLine, 'start'>[],
  free: number,
  container: FlexContainer,
): readonly CrossLine[] {
  const { alignContent, flexWrap } = container.style;
  const grows = free > 0 && (alignContent === 'normal' || alignContent === 'stretch');
  const more = grows ? free / lines.length : 0;
  const startIsEnd = flexWrap === 'wrap-reverse';
  const shares: Spread = spread(alignContent, grows ? 0 : free, lines.length, {
    startIsEnd,
    leftIsEnd: false,
  });
  let start = shares.offset;
  return lines.map((line) => {
    const size = line.size + more;
    const placedLine = { ...line, size, start };
    start += size + container.crossGap + shares.between;
    return placedLine;
  });
}
