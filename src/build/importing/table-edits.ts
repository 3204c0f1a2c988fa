import type { Table } from 'mdast';
import type { SourceDocument } from '../../content/document.ts';
import type { Leaf } from '../../content/importing/leaves.ts';
import type { ReadParagraph, ReadTable } from '../../docx/reading/model.ts';
import { paragraphsIn } from '../../docx/reading/read-back.ts';
import { prefixOf, removalOf } from './block-edits.ts';
import type { BlockChange } from './compare-blocks.ts';
import type { Edit } from './edit-leaf.ts';

/** Where the paragraphs of the document as it was were written. */
export interface Written {
  readonly document: SourceDocument;
  readonly leaves: readonly Leaf[];
  readonly leafOf: ReadonlyMap<ReadParagraph, Leaf>;
}

type TableChange = Extract<BlockChange, { readonly table: ReadTable }>;

/** The edit of a table's rows, or of a cell that was empty. Undefined for what the source has no place for: the head, more columns. */
export function editTable(
  change: TableChange,
  { document, leaves, leafOf }: Written,
  write: (paragraph: ReadParagraph) => string,
): Edit | undefined {
  const { text } = document.source;
  const table = tableOf(change.table, leafOf);
  if (!table) return undefined;
  switch (change.kind) {
    case 'row deleted': {
      const row = table.children[change.row];
      return row && change.row > 0 ? removalOf(row, table, text) : undefined;
    }
    case 'row inserted':
      return insertRow(change, table, text, write);
    case 'cell filled': {
      const cell = table.children[change.row]?.children[change.column];
      const leaf = cell && leaves.find(({ node }) => node === cell);
      return leaf && { start: leaf.start, end: leaf.end, text: ` ${change.after.map(write).join(' ')} ` };
    }
  }
}

/** The table in the source that a table was made from. */
function tableOf(table: ReadTable, leafOf: Written['leafOf']): Table | undefined {
  for (const paragraph of paragraphsIn(table)) {
    const found = leafOf.get(paragraph)?.ancestors.find((each) => each.type === 'table');
    if (found?.type === 'table' && found.children.length === table.rows.length) return found;
  }
  return undefined;
}

function insertRow(
  { behind, cells }: Extract<TableChange, { kind: 'row inserted' }>,
  table: Table,
  source: string,
  write: (paragraph: ReadParagraph) => string,
): Edit | undefined {
  const row = table.children[behind];
  if (!row || cells.length > table.children[0]!.children.length) return undefined;
  const texts = cells.map(({ blocks }) => blocks.flatMap(paragraphsIn).map(write).join(' '));
  const end = row.position?.end.offset ?? source.length;
  // Behind the head comes the line of dashes.
  const at = behind > 0 ? end : source.indexOf('\n', source.indexOf('\n', end) + 1);
  const place = at < 0 ? source.length : at;
  return { start: place, end: place, text: `\n${prefixOf(row, source)}| ${texts.join(' | ')} |` };
}
