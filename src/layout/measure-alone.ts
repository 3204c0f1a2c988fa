import type { ComputedStyle } from '../style/computed-style.ts';
import type { StyledElement } from '../style/styled-tree.ts';
import type { Box } from './box.ts';
import { generateBoxes } from './boxes/generate-boxes.ts';
import { createLayoutContext } from './create-context.ts';
import type { Formatting } from './formatting.ts';
import type { LayoutResources } from './lay-out.ts';
import { createFormatting } from './lay-out-box.ts';
import { gridOf } from './table/table-columns.ts';

/** One box and what it takes to lay it out, in no document. */
interface Alone {
  readonly root: Box;
  readonly formatting: Formatting;
}

/** What is found meanwhile is not told: laying out the document tells it. */
function alone(element: StyledElement, width: number, resources: LayoutResources): Alone {
  const context = createLayoutContext(resources, []);
  const { root } = generateBoxes(element, context);
  return { root, formatting: createFormatting(context, { width, height: Number.POSITIVE_INFINITY }) };
}

/**
 * How wide the columns of a table are in a containing block of `width`, for writers that set its text themselves. Pt,
 * in the order of the columns, without the spacing between them; undefined for what is no table. Nothing is placed.
 */
export function columnsAlone(
  table: StyledElement,
  width: number,
  resources: LayoutResources,
): readonly number[] | undefined {
  const { root, formatting } = alone(table, width, resources);
  if (root.kind !== 'table') return undefined;
  return gridOf(root, { width, height: undefined, page: 'auto' }, 0, formatting).widths;
}

/** How high the border box of a block is in a containing block of `width` where its style gives no height. Pt. */
export function heightAlone(block: StyledElement, width: number, resources: LayoutResources): number {
  const style: ComputedStyle = { ...block.style, height: 'auto', minHeight: 'auto', maxHeight: 'none' };
  const { root, formatting } = alone({ ...block, style }, width, resources);
  return formatting.layOut(root, { width, height: undefined, page: 'auto', independent: true }).fragment
    .height;
}
