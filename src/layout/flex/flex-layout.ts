import type { Box } from '../box.ts';
import type { Constraints, Formatting, Laid } from '../formatting.ts';
import { clampHeight, clampWidth } from '../sizing.ts';
import { definiteCross, type FlexContainer } from './flex-axis.ts';
import { crossSize, type LaidItem } from './flex-cross.ts';
import { type FlexItem, stretches } from './flex-item.ts';

function within({ width, height, page }: FlexContainer): Constraints {
  return { width, height, page, independent: true };
}

/** Lays an item out at its used main size; its cross size too where the line's is known beforehand (css-flexbox-1 §9.4). */
export function layOutItem(item: FlexItem, container: FlexContainer, formatting: Formatting): LaidItem {
  const base = within(container);
  if (!container.axis.row) {
    return { item, laid: layOutColumnItem(item, base, container, formatting) };
  }
  const cross = definiteCross(container);
  const known =
    cross !== undefined && container.singleLine && stretches(item.box, container)
      ? { borderHeight: stretchedHeight(item, cross, container) }
      : {};
  return { item, laid: formatting.measure(item.box, { ...base, borderWidth: item.size, ...known }) };
}

/** In a column of its content's height, an item that keeps its own needs no second layout. */
function layOutColumnItem(
  item: FlexItem,
  base: Constraints,
  container: FlexContainer,
  formatting: Formatting,
): Laid {
  const across = item.crossWidth === undefined ? base : { ...base, borderWidth: item.crossWidth };
  if (container.height === undefined && item.box.kind !== 'replaced') {
    const natural = formatting.measure(item.box, across);
    if (Math.abs(natural.fragment.height - item.size) < 0.001) return natural;
  }
  return formatting.measure(item.box, { ...across, borderHeight: item.size });
}

/** The item at the size of its line where it stretches (css-flexbox-1 §9.4 step 11). */
export function stretched(
  item: LaidItem,
  line: number,
  container: FlexContainer,
  formatting: Formatting,
): LaidItem {
  const { box } = item.item;
  if (!stretches(box, container)) return item;
  const base = within(container);
  if (!container.axis.row) {
    if (container.singleLine) return item;
    const extra = item.item.edges.horizontal;
    const content = line - item.item.crossMargins - extra;
    const borderWidth = clampWidth(content, box.style, container.width, extra) + extra;
    const constraints = { ...base, borderWidth, borderHeight: item.item.size };
    return { ...item, laid: formatting.measure(box, constraints) };
  }
  const height = stretchedHeight(item.item, line, container);
  const isSame = Math.abs(height - crossSize(item, container)) < 0.001;
  if (isSame && (container.height !== undefined || !holdsPercentages(box))) return item;
  if (!isSame && keepsContent(box)) {
    return stretchedTo(height, item, item.laid);
  }
  const constraints = { ...base, borderWidth: item.item.size, borderHeight: height };
  return stretchedTo(height, item, formatting.measure(box, constraints));
}

/** A stretched item can be cut where it has room to spare, and is never lower than its content. */
function stretchedTo(height: number, item: LaidItem, laid: Laid): LaidItem {
  return { ...item, laid: { ...laid, fragment: { ...laid.fragment, height, sized: true, stretched: true } } };
}

function stretchedHeight(item: FlexItem, line: number, container: FlexContainer): number {
  const extra = item.edges.vertical;
  const content = Math.max(0, line - item.crossMargins - extra);
  return clampHeight(content, item.box.style, container.height, extra) + extra;
}

/** A block whose content stays as it is when the block gets higher. */
function keepsContent(box: Box): boolean {
  if (box.kind !== 'block' && box.kind !== 'inline-root') return false;
  const { columnCount, columnWidth } = box.style;
  return columnCount === 'auto' && columnWidth === 'auto' && !holdsPercentages(box);
}

/** True where a child's height is a part of the box's own. */
function holdsPercentages(box: Box): boolean {
  switch (box.kind) {
    case 'block':
    case 'flex':
      return box.children.some(isPercentHigh);
    case 'inline-root':
      return box.content.some((part) => part.kind === 'atom' && isPercentHigh(part.box));
    case 'table':
      return true;
    case 'replaced':
    case 'turned':
      return false;
  }
}

function isPercentHigh({ style }: Box): boolean {
  return [style.height, style.minHeight, style.maxHeight].some(
    (size) => typeof size !== 'string' && size.percent !== 0,
  );
}
