import type { ComputedStyle } from '../computed-style.ts';

/** No row that one writes in is lower; a row without a height counts as this. Pt. */
const leastHeight = 12;

/**
 * How often an element is put into the tree. A row with `-fill-pages` comes as often as its pages could hold it if
 * nothing else stood on them: what fits is known to layout alone, but counters count in the tree.
 */
export function copiesOf({ display, fillPages, height }: ComputedStyle, pageHeight: number): number {
  if (fillPages === 0 || display !== 'table-row') return 1;
  const rowHeight = Math.max(leastHeight, height === 'auto' ? 0 : height.pt);
  return fillPages * Math.max(1, Math.floor(pageHeight / rowHeight));
}
