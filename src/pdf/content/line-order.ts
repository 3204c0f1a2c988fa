import type { GlyphsItem } from '../../layout/paged-document.ts';

/** Whether two runs are parts of one line. What stands beside it, as in the next cell of a table, is not. */
export function onOneLine(a: GlyphsItem, b: GlyphsItem): boolean {
  return a.line !== undefined && a.line === b.line;
}

/** Runs of a line from visual to logical order: rule L2 of UAX #9 undone, from the lowest level up. */
export function logicalOrder(line: readonly GlyphsItem[]): readonly GlyphsItem[] {
  const runs = [...line];
  const highest = Math.max(0, ...runs.map((run) => run.level));
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

/** Runs that stand side by side on one line, by line. */
export function linesOf(items: readonly GlyphsItem[]): readonly (readonly GlyphsItem[])[] {
  const lines: GlyphsItem[][] = [];
  for (const item of items) {
    const line = lines.at(-1);
    if (line && onOneLine(line[0]!, item)) line.push(item);
    else lines.push([item]);
  }
  return lines;
}
