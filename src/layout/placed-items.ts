import { type Matrix, multiply } from './geometry.ts';
import type { DisplayItem, EndItem, GroupItem } from './paged-document.ts';

/** An item that shows or links something, and what the groups around it do to its coordinates. */
export interface PlacedItem {
  readonly item: Exclude<DisplayItem, GroupItem | EndItem>;
  /** Undefined where its coordinates are those of the page. */
  readonly transform: Matrix | undefined;
}

/** The items of a page without its groups. */
export function placedItems(items: readonly DisplayItem[]): readonly PlacedItem[] {
  const outer: (Matrix | undefined)[] = [];
  const placed: PlacedItem[] = [];
  let transform: Matrix | undefined;
  for (const item of items) {
    if (item.kind === 'group') {
      outer.push(transform);
      if (item.transform) transform = transform ? multiply(transform, item.transform) : item.transform;
    } else if (item.kind === 'end') transform = outer.pop();
    else placed.push({ item, transform });
  }
  return placed;
}

/** Where the group that starts at `start` ends: the index of its `end`, or of the last item. */
export function endOfGroup(items: readonly DisplayItem[], start: number): number {
  let depth = 0;
  for (let i = start; i < items.length; i++) {
    const { kind } = items[i]!;
    if (kind === 'group') depth++;
    else if (kind === 'end' && --depth === 0) return i;
  }
  return items.length - 1;
}
