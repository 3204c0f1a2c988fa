import type { PathSegment } from '../../layout/graphics.ts';
import type { DisplayItem, Page } from '../../layout/paged-document.ts';

/** How near to the edge of the trim something has to end to be meant to end there; pt. */
const hair = 0.5;

/**
 * A page whose grounds and pictures that end at its edges go on for `bleed` pt beyond, so that nothing white shows where
 * it is cut a little off. What stands further out already stays. What a group turns or moves is left as it is.
 */
export function withBleed(page: Page, bleed: number): Page {
  if (bleed <= page.bleed) return page;
  let moved = 0;
  const depth: boolean[] = [];
  const items = page.items.map((item): DisplayItem => {
    if (item.kind === 'group') {
      depth.push(item.transform !== undefined);
      if (item.transform) moved++;
      else if (moved === 0 && item.clip)
        return { ...item, clip: { ...item.clip, path: grown(item.clip.path, page, bleed) } };
    } else if (item.kind === 'end') {
      if (depth.pop()) moved--;
    } else if (moved === 0) return grownItem(item, page, bleed);
    return item;
  });
  return { ...page, bleed, items };
}

function grownItem(
  item: Exclude<DisplayItem, { kind: 'group' | 'end' }>,
  page: Page,
  bleed: number,
): DisplayItem {
  if (item.kind === 'path') return { ...item, path: grown(item.path, page, bleed) };
  if (item.kind !== 'rect' && item.kind !== 'image') return item;
  const [x, right] = [item.x, item.x + item.width].map((at) => outwards(at, page.width, bleed));
  const [y, bottom] = [item.y, item.y + item.height].map((at) => outwards(at, page.height, bleed));
  return { ...item, x: x!, y: y!, width: right! - x!, height: bottom! - y! };
}

/** Points that lie on an edge go beyond it. */
function grown(path: readonly PathSegment[], page: Page, bleed: number): readonly PathSegment[] {
  return path.map((segment) => {
    const [operator, ...numbers] = segment;
    const placed = numbers.map((at, index) =>
      outwards(at, index % 2 === 0 ? page.width : page.height, bleed),
    );
    return [operator, ...placed] as unknown as PathSegment;
  });
}

function outwards(at: number, edge: number, bleed: number): number {
  if (Math.abs(at) < hair) return -bleed;
  return Math.abs(at - edge) < hair ? edge + bleed : at;
}
