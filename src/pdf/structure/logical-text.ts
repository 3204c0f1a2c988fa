import type { ContentId, GlyphsItem, PagedDocument } from '../../layout/paged-document.ts';
import { linesOf, logicalOrder } from '../content/line-order.ts';

/**
 * What the leaves say that hold right-to-left text: their letters are drawn from left to right, so a reader must be
 * told. Other leaves are read as they are drawn and are not listed.
 */
export function rightToLeftTexts(document: PagedDocument): ReadonlyMap<ContentId, string> {
  const leaves = new Map<ContentId, GlyphsItem[]>();
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || item.content === undefined) continue;
      const leaf = leaves.get(item.content);
      if (leaf) leaf.push(item);
      else leaves.set(item.content, [item]);
    }
  }
  const texts = new Map<ContentId, string>();
  for (const [content, items] of leaves) {
    if (!items.some((item) => item.level % 2 === 1)) continue;
    const runs = linesOf(items).flatMap(logicalOrder);
    texts.set(content, runs.map((item) => item.text).join(''));
  }
  return texts;
}
