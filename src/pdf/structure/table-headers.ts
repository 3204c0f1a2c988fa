import type { StructureElement } from '../../layout/paged-document.ts';
import { type GridCell, gridOf } from './table-grid.ts';
import { createLanes, type Lanes } from './table-lanes.ts';

/** What a table says of a cell beyond its spans. */
export interface CellRole {
  /** For TH. */
  readonly scope: 'Row' | 'Column' | undefined;
  /** The TH cells over and beside it, where their scope does not tell so. */
  readonly headers: readonly StructureElement[];
}

/** A TH, and what it heads. */
interface HeaderCell extends GridCell {
  readonly scope: 'Row' | 'Column' | 'RowGroup';
}

/**
 * The roles of a table's cells, as HTML has it (§4.9.12): a TH that says none heads its columns where its rows hold nothing else,
 * and else its row. Where one stands in the midst of a table, all cells name their headers (ISO 32000-1 table 349), for readers
 * go by scope from the edge on.
 */
export function cellRoles(table: StructureElement): ReadonlyMap<StructureElement, CellRole> {
  const cells = gridOf(table);
  const data = cells.filter(({ element }) => element.type === 'TD');
  const [columns, rows] = [createLanes('Column', data), createLanes('Row', data)];
  const headers = cells.flatMap((cell): readonly HeaderCell[] =>
    cell.element.type === 'TH' ? [{ ...cell, scope: scopeOf(cell, rows) }] : [],
  );
  const isIrregular = headers.some(
    (header) =>
      header.scope === 'RowGroup' || (header.scope === 'Column' ? columns : rows).hasDataBefore(header),
  );
  const headersOf = isIrregular ? headersBy(headers, columns, rows) : undefined;
  const scopes = new Map(
    headers.map(({ element, scope }) => [element, scope === 'Column' ? scope : 'Row'] as const),
  );
  return new Map(
    cells.map((cell) => [
      cell.element,
      {
        scope: scopes.get(cell.element),
        headers: headersOf && cell.element.type === 'TD' ? headersOf(cell) : [],
      },
    ]),
  );
}

/** An empty cell before a header is the corner of a table. */
function scopeOf(cell: GridCell, rows: Lanes): HeaderCell['scope'] {
  const hasData = rows
    .dataBeside(cell)
    .some((other) => other.left >= cell.right || other.element.children.length > 0);
  return cell.element.scope ?? (hasData ? 'Row' : 'Column');
}

/**
 * The headers of a cell in the order of the table: over it, before it, and the last of its group of rows. One that stands
 * behind other cells hides those before them that have its columns or rows.
 */
function headersBy(
  headers: readonly HeaderCell[],
  columns: Lanes,
  rows: Lanes,
): (cell: GridCell) => readonly StructureElement[] {
  const order = new Map(headers.map((header, index) => [header, index]));
  const of = (scope: HeaderCell['scope']) => headers.filter((header) => header.scope === scope);
  const [over, before] = [columns.reach(of('Column')), rows.reach(of('Row'))];
  const groups = new Map<number, HeaderCell[]>();
  for (const header of of('RowGroup'))
    groups.set(header.group, [...(groups.get(header.group) ?? []), header]);
  return (cell) =>
    [...over(cell), ...before(cell), ...lastOfGroup(cell, groups.get(cell.group) ?? [])]
      .sort((a, b) => order.get(a)! - order.get(b)!)
      .map(({ element }) => element);
}

/** Headers of a group of rows stand in it, before or above its cells; a later one takes the place of an earlier one. */
function lastOfGroup(cell: GridCell, ofGroup: readonly HeaderCell[]): readonly HeaderCell[] {
  const reaching = ofGroup.filter(({ top, left }) => top <= cell.top && left <= cell.left);
  const last = reaching.reduce((latest, { top }) => Math.max(latest, top), -1);
  return reaching.filter(({ top }) => top === last);
}
