import type { Block, DocumentModel, ParagraphBlock } from './model.ts';

/**
 * Numbers of list items by the `id`s of their paragraphs, for those that a field can cite: it gives the number with
 * what stands around it, but for a full stop at its end (§17.16.5.51, `\\r`).
 */
export function citedNumbers({ blocks }: DocumentModel): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const block of paragraphsOf(blocks)) {
    const { item, anchors, properties } = block;
    if (!item || !/^%\d\.?$/.test(properties.paragraph.list?.text ?? '')) continue;
    for (const anchor of anchors) numbers.set(anchor, item.number);
  }
  return numbers;
}

function* paragraphsOf(blocks: readonly Block[]): Generator<ParagraphBlock> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block;
    else for (const row of block.rows) for (const cell of row.cells) yield* paragraphsOf(cell.blocks);
  }
}
