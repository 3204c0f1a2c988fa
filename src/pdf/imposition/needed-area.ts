import { boundsOf, intersection, type Rectangle, union } from '../../layout/geometry.ts';
import { pathBounds } from '../../layout/graphics.ts';
import type { Page } from '../../layout/paged-document.ts';
import { inkOf } from '../../layout/paint/ink.ts';
import { type PlacedItem, placedItems } from '../../layout/paint/placed-items.ts';

/**
 * The rectangle of a page, in its coordinates, that holds all that must not be cut off: every text, and every picture
 * and drawing that means something. Grounds, rules and frames around them may lose their edges. Undefined where
 * there is nothing such.
 */
export function neededArea({ items }: Page): Rectangle | undefined {
  let area: Rectangle | undefined;
  for (const placed of placedItems(items)) {
    const own = ownArea(placed.item);
    if (!own) continue;
    const bounds = boundsOf(placed.transform, own);
    const shown = placed.clip ? intersection(placed.clip, bounds) : bounds;
    if (shown.width > 0 || shown.height > 0) area = area ? union(area, shown) : shown;
  }
  return area;
}

function ownArea(item: PlacedItem['item']): Rectangle | undefined {
  if (item.kind === 'link' || item.kind === 'field') return undefined;
  if (item.kind === 'glyphs') return item.text.trim() === '' ? undefined : lineOf(inkOf(item), item.size);
  if (item.content === undefined) return undefined;
  return item.kind === 'path' ? pathBounds(item.path) : item;
}

/** A line's ink with what usual faces have above and below the baseline. */
function lineOf({ x, y, width }: Rectangle, size: number): Rectangle {
  return { x, y: y - 0.9 * size, width, height: 1.15 * size };
}
