import type { Paragraph, Table } from 'docx';
import { compileInlines, revisionMark } from './compile-inlines.ts';
import type { Compiler } from './compiler.ts';
import { type CellOrMerged, type RowWithMerged, rowsWithMerged } from './merged-cells.ts';
import type { Block, ParagraphBlock, Revised, TableBlock } from './model.ts';

/** docx paragraphs and tables for blocks; styles and lists are entered in the registry on the way. */
export function compileBlocks(blocks: readonly Block[], compiler: Compiler): (Paragraph | Table)[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? compileParagraph(block, compiler) : compileTable(block, compiler),
  );
}

/** The name under which a paragraph asks docx for a list; `canonicalDocument` puts the number in its place. */
function listReference(numId: number): string {
  return `list${numId}`;
}

/** One paragraph. */
export function compileParagraph(block: ParagraphBlock, compiler: Compiler): Paragraph {
  const { docx, registry } = compiler;
  const style = registry.paragraph(block.role, block.properties, block.box);
  const level = block.properties.paragraph.list;
  const numbering =
    block.item && level
      ? registry.lists.item(block.item.list, block.item.ordinal, block.role, level)
      : undefined;
  const children = compileInlines(block.inlines, compiler);
  return new docx.Paragraph({
    style,
    ...(block.pageBreak && { pageBreakBefore: true }),
    ...(block.revised && { run: revised(block.revised, compiler) }),
    ...(numbering && {
      numbering: {
        reference: listReference(numbering.numId),
        level: numbering.level,
        instance: 0,
        custom: true,
      },
    }),
    children: [...bookmarks(block, compiler), ...children],
  });
}

/** The mark of a paragraph or row that comes in or goes. */
function revised(kind: Revised, compiler: Compiler) {
  const mark = revisionMark(compiler);
  return kind === 'inserted' ? { insertion: mark } : { deletion: mark };
}

/** A paragraph of a role without anything in it. */
export function emptyParagraph(role: string, { docx, registry }: Compiler): Paragraph {
  return new docx.Paragraph({ style: registry.styleOf(role) });
}

function bookmarks(block: ParagraphBlock, compiler: Compiler) {
  const { docx, bookmarks: names } = compiler;
  return block.anchors.flatMap((anchor) => {
    const name = names.get(anchor);
    return name === undefined ? [] : [new docx.Bookmark({ id: name, children: [] })];
  });
}

function compileTable(block: TableBlock, compiler: Compiler): Table {
  const { docx, registry } = compiler;
  const rows = rowsWithMerged(block.rows);
  const hasHeader = block.rows[0]?.header === true;
  return new docx.Table({
    style: registry.table(block.role, block.look),
    width: { size: block.width, type: docx.WidthType.DXA },
    ...(block.indent !== 0 && { indent: { size: block.indent, type: docx.WidthType.DXA } }),
    layout: docx.TableLayoutType.FIXED,
    columnWidths: block.grid,
    visuallyRightToLeft: block.bidi,
    tableLook: {
      firstRow: hasHeader,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: rows.map((row) => compileRow(row, block, compiler)),
  });
}

function compileRow(row: RowWithMerged, table: TableBlock, compiler: Compiler) {
  const { docx } = compiler;
  return new docx.TableRow({
    cantSplit: true,
    ...(row.header && { tableHeader: true }),
    ...(row.revised && revised(row.revised, compiler)),
    ...(row.height > 0 && { height: { value: row.height, rule: docx.HeightRule.ATLEAST } }),
    children: row.cells.map((cell, i) => compileCell(cell, row.cells.slice(0, i), table, compiler)),
  });
}

function compileCell(
  cell: CellOrMerged,
  before: readonly CellOrMerged[],
  table: TableBlock,
  compiler: Compiler,
) {
  const { docx } = compiler;
  const from = before.reduce((sum, other) => sum + other.columnSpan, 0);
  const width = table.grid.slice(from, from + cell.columnSpan).reduce((sum, value) => sum + value, 0);
  return new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
    ...(cell.merged && { verticalMerge: docx.VerticalMergeType.CONTINUE }),
    ...(!cell.merged && cell.rowSpan > 1 && { verticalMerge: docx.VerticalMergeType.RESTART }),
    ...(cell.verticalAlign !== 'top' && { verticalAlign: cell.verticalAlign }),
    ...(cell.textDirection && { textDirection: directionOf(cell.textDirection, compiler) }),
    children: compileBlocks(cell.blocks, compiler),
  });
}

function directionOf(direction: 'down' | 'up', { docx }: Compiler) {
  const { TOP_TO_BOTTOM_RIGHT_TO_LEFT, BOTTOM_TO_TOP_LEFT_TO_RIGHT } = docx.TextDirection;
  return direction === 'down' ? TOP_TO_BOTTOM_RIGHT_TO_LEFT : BOTTOM_TO_TOP_LEFT_TO_RIGHT;
}
