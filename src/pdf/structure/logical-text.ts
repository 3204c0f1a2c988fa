import type { ContentId, GlyphsItem, PagedDocument } from '../../layout/paged-document.ts';
import { onOneLine } from '../content/actual-text.ts';

/** Runs of a line from visual to logical order: rule L2 of UAX #9 undone, from the lowest level up. */
function logicalOrder(line: readonly GlyphsItem[]): readonly GlyphsItem[] {
  const runs = [...line];
  const highest = Math.max(...runs.map((run) => run.level));
  for (let level = 1; level <= highest; level++) {
    for (let i = 0; i < runs.length; i++) {
      let end = i;
      while (end < runs.length && runs[end]!.level >= level) end++;
      if (end > i) runs.splice(i, end - i, ...runs.slice(i, end).reverse());
      i = Math.max(i, end);
    }
  }
  return runs;
}

/** A leaf's runs by line. */
function linesOf(items: readonly GlyphsItem[]): readonly (readonly GlyphsItem[])[] {
  const lines: GlyphsItem[][] = [];
  for (const item of items) {
    const line = lines.at(-1);
    if (line && onOneLine(line[0]!, item)) line.push(item);
    else lines.push([item]);
  }
  return lines;
}

/**
 * What the leaves say that hold right-to-left text: it is drawn from left to right, so a reader must be told the
 * order. Other leaves are read as they are drawn and are not listed.
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
    if (!items.some((item) => item.level > 0)) continue;
    const lines = linesOf(items).map((line) =>
      logicalOrder(line)
        .map((item) => item.text)
        .join(''),
    );
    texts.set(content, lines.join(''));
  }
  return texts;
}
