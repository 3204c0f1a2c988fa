import type { StyledElement } from '../style/styled-tree.ts';
import { createDerivedStyles } from './boxes/derived-styles.ts';
import { generateBoxes } from './boxes/generate-boxes.ts';
import type { LayoutResources } from './lay-out.ts';
import { createFormatting } from './lay-out-box.ts';
import { createRecentParagraphs } from './lines/recent-paragraphs.ts';
import { gridOf } from './table/table-columns.ts';

/**
 * How wide the columns of a table are in a containing block of `width`, for writers that set its text themselves. Pt,
 * in the order of the columns, without the spacing between them; undefined for what is no table. Nothing is placed, and
 * what is found meanwhile is not told: laying out the document tells it.
 */
export function columnsAlone(
  table: StyledElement,
  width: number,
  resources: LayoutResources,
): readonly number[] | undefined {
  const context = {
    ...resources,
    diagnostics: [],
    nextContent: 0,
    footnotes: 0,
    recent: createRecentParagraphs(),
    styles: createDerivedStyles(),
    root: undefined,
  };
  const { root } = generateBoxes(table, context);
  if (root.kind !== 'table') return undefined;
  const formatting = createFormatting(context, { width, height: Number.POSITIVE_INFINITY });
  return gridOf(root, { width, height: undefined, page: 'auto' }, 0, formatting).widths;
}
