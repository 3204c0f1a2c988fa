import { boundsOf, intersection, type Matrix, multiply, type Rectangle } from '../geometry.ts';
import { pathBounds } from '../graphics.ts';
import type { DisplayItem, EndItem, GroupItem } from '../paged-document.ts';

/** An item that shows or links something, and what the groups around it do to its coordinates. */
export interface PlacedItem {
  readonly item: Exclude<DisplayItem, GroupItem | EndItem>;
  /** Undefined where its coordinates are those of the page. */
  readonly transform: Matrix | undefined;
  /** What the groups show at most, in page coordinates; undefined where they cut nothing. */
  readonly clip: Rectangle | undefined;
}

/** The items of a page without its groups. */
export function placedItems(items: readonly DisplayItem[]): readonly PlacedItem[] {
  const outer: Pick<PlacedItem, 'transform' | 'clip'>[] = [];
  const placed: PlacedItem[] = [];
  let transform: Matrix | undefined;
  let clip: Rectangle | undefined;
  for (const item of items) {
    if (item.kind === 'group') {
      outer.push({ transform, clip });
      if (item.transform) transform = transform ? multiply(transform, item.transform) : item.transform;
      if (item.clip) {
        const shown = boundsOf(transform, pathBounds(item.clip.path));
        clip = clip ? intersection(clip, shown) : shown;
      }
    } else if (item.kind === 'end') {
      const before = outer.pop();
      transform = before?.transform;
      clip = before?.clip;
    } else placed.push({ item, transform, clip });
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
