import type { ReadBlock, ReadCell, ReadParagraph, ReadTable } from '../../docx/reading/model.ts';
import { type Aligned, align } from './align.ts';
import { restyled } from './lost-styles.ts';
import { textOf, tokensOf } from './paragraph-text.ts';

/** What became of a paragraph or a row; in the order of the edited document. */
export type BlockChange =
  | { readonly kind: 'edited'; readonly before: ReadParagraph; readonly after: ReadParagraph }
  | { readonly kind: 'deleted'; readonly before: ReadParagraph }
  | {
      readonly kind: 'inserted';
      readonly after: ReadParagraph;
      /** The paragraphs that stay before and behind it; undefined at the ends of what they stand in. */
      readonly previous: ReadParagraph | undefined;
      readonly next: ReadParagraph | undefined;
    }
  | { readonly kind: 'row deleted'; readonly table: ReadTable; readonly row: number }
  | {
      readonly kind: 'row inserted';
      readonly table: ReadTable;
      /** Row of the table as it was that it stands behind; -1 before the first. */
      readonly behind: number;
      readonly cells: readonly ReadCell[];
    }
  | {
      readonly kind: 'cell filled';
      readonly table: ReadTable;
      readonly row: number;
      readonly column: number;
      readonly after: readonly ReadParagraph[];
    }
  /** Tables of which one has other columns, or that came in or went. */
  | { readonly kind: 'table'; readonly text: string };

/** What changed from one list of blocks to another. Paragraphs without anything in them are passed over. */
export function compareBlocks(
  before: readonly ReadBlock[],
  after: readonly ReadBlock[],
): readonly BlockChange[] {
  const from = before.filter(hasContent);
  const to = [...after.filter(hasContent)];
  const pairs = align(from.map(alignedOf), to.map(alignedOf)).flatMap((pair) => {
    const { before: a, after: b } = pair;
    const was = a === undefined ? undefined : from[a];
    if (was?.kind === 'paragraph' && b !== undefined) to[b] = restyled(was, to[b]!);
    // A table is no paragraph edited, nor an item a heading.
    const areOne = a !== undefined && b !== undefined && roleOf(from[a]!) === roleOf(to[b]!);
    return a === undefined || b === undefined || areOne
      ? [pair]
      : [
          { before: a, after: undefined },
          { before: undefined, after: b },
        ];
  });
  const stays = (at: number, step: 1 | -1): ReadParagraph | undefined => {
    for (let i = at + step; i >= 0 && i < pairs.length; i += step) {
      const { before: index, after: other } = pairs[i]!;
      const block = index === undefined || other === undefined ? undefined : from[index];
      if (block?.kind === 'table') return undefined;
      if (block) return block;
    }
    return undefined;
  };
  return pairs.flatMap(({ before: a, after: b }, i): readonly BlockChange[] => {
    const [was, is] = [a === undefined ? undefined : from[a], b === undefined ? undefined : to[b]];
    if (was?.kind === 'paragraph' && is?.kind === 'paragraph') {
      return isSame(was, is) ? [] : [{ kind: 'edited', before: was, after: is }];
    }
    if (was?.kind === 'table' && is?.kind === 'table') return compareTables(was, is);
    if (was?.kind === 'paragraph') return [{ kind: 'deleted', before: was }];
    if (is?.kind === 'paragraph') {
      return [{ kind: 'inserted', after: is, previous: stays(i, -1), next: stays(i, 1) }];
    }
    return [{ kind: 'table', text: textOfBlock((was ?? is)!) }];
  });
}

/** Whether two paragraphs read the same and are marked the same. */
export function isSame(a: ReadParagraph, b: ReadParagraph): boolean {
  const [first, second] = [tokensOf(a), tokensOf(b)];
  return first.length === second.length && first.every(({ key }, i) => key === second[i]!.key);
}

/** What a block is apart from its text: a heading of a level, an item, text. */
export function roleOf(block: ReadBlock): string {
  if (block.kind === 'table') return 'table';
  const heading = /heading (\d)$/i.exec(block.style);
  if (heading) return `heading ${heading[1]}`;
  if (!block.list) return 'text';
  return `${block.list.isBullet ? 'bullet' : 'number'} ${block.list.level}`;
}

function compareTables(table: ReadTable, edited: ReadTable): readonly BlockChange[] {
  const textOfRow = (cells: readonly ReadCell[]) =>
    cells.map(({ blocks }) => blocks.map(textOfBlock).join(' ')).join('\t');
  const alignedRow = (cells: readonly ReadCell[]) => ({ text: textOfRow(cells), form: String(cells.length) });
  const isSquare = table.rows.length === edited.rows.length;
  const pairs = isSquare
    ? table.rows.map((_, row) => ({ before: row, after: row }))
    : align(table.rows.map(alignedRow), edited.rows.map(alignedRow));
  let last = -1;
  return pairs.flatMap(({ before, after }): readonly BlockChange[] => {
    last = before ?? last;
    const [was, is] = [table.rows[before ?? -1], edited.rows[after ?? -1]];
    if (was && is && was.length === is.length) {
      return was.flatMap((cell, column) => compareCells(table, before!, column, cell, is[column]!));
    }
    if (was && is) return [{ kind: 'table', text: textOfRow(is) }];
    if (was) return [{ kind: 'row deleted', table, row: before! }];
    return [{ kind: 'row inserted', table, behind: last, cells: is! }];
  });
}

function compareCells(
  table: ReadTable,
  row: number,
  column: number,
  was: ReadCell,
  is: ReadCell,
): readonly BlockChange[] {
  const after = is.blocks.filter(hasContent);
  const paragraphs = after.filter((block) => block.kind === 'paragraph');
  if (!was.blocks.some(hasContent) && paragraphs.length > 0) {
    return [{ kind: 'cell filled', table, row, column, after: paragraphs }];
  }
  return compareBlocks(was.blocks, after);
}

function hasContent(block: ReadBlock): boolean {
  return block.kind === 'table' || tokensOf(block).length > 0;
}

function textOfBlock(block: ReadBlock): string {
  if (block.kind === 'paragraph') return textOf(block);
  return block.rows.flatMap((cells) => cells.flatMap(({ blocks }) => blocks.map(textOfBlock))).join(' ');
}

function alignedOf(block: ReadBlock): Aligned {
  if (block.kind === 'paragraph') return { text: textOf(block), form: `${block.style} ${roleOf(block)}` };
  return { text: `\u0001${textOfBlock(block)}`, form: 'table' };
}
