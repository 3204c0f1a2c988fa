import type { StructureElement } from '../../layout/paged-document.ts';

/** What a table says of a cell beyond its spans. */
export interface CellRole {
  /** For TH. */
  readonly scope: 'Row' | 'Column' | undefined;
  /** The TH cells over and beside it, where their scope does not tell so. */
  readonly headers: readonly StructureElement[];
}

/** A cell in the grid of its table; rows and columns count from 0, ends are not included. */
interface GridCell {
  readonly element: StructureElement;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Of the rows it stands among: a head, a body or a foot. */
  readonly group: number;
}

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
  const headers = cells.flatMap((cell): readonly HeaderCell[] =>
    cell.element.type === 'TH' ? [{ ...cell, scope: scopeOf(cell, data) }] : [],
  );
  const isIrregular = headers.some(
    (header) => header.scope === 'RowGroup' || data.some((cell) => isBefore(cell, header)),
  );
  const scopes = new Map(
    headers.map(({ element, scope }) => [element, scope === 'Column' ? scope : 'Row'] as const),
  );
  return new Map(
    cells.map((cell) => [
      cell.element,
      {
        scope: scopes.get(cell.element),
        headers: isIrregular && cell.element.type === 'TD' ? headersOf(cell, headers, data) : [],
      },
    ]),
  );
}

/** The cells of a table at their places: each in the first column that no cell from a row above takes. */
function gridOf(table: StructureElement): readonly GridCell[] {
  const cells: GridCell[] = [];
  const taken = new Set<string>();
  let top = 0;
  groupsOf(table).forEach((rows, group) => {
    const end = top + rows.length;
    for (const row of rows) {
      let left = 0;
      for (const element of childrenOf(row)) {
        while (taken.has(`${top} ${left}`)) left++;
        const bottom = Math.min(end, top + element.rowSpan);
        const right = left + element.columnSpan;
        for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) taken.add(`${y} ${x}`);
        cells.push({ element, top, bottom, left, right, group });
        left = right;
      }
      top++;
    }
  });
  return cells;
}

/** A table's rows by head, bodies and foot; rows that stand in none are a group together. */
function groupsOf(table: StructureElement): readonly (readonly StructureElement[])[] {
  const groups: StructureElement[][] = [];
  let loose: StructureElement[] | undefined;
  for (const child of childrenOf(table)) {
    if (child.type === 'TR') {
      if (!loose) {
        loose = [];
        groups.push(loose);
      }
      loose.push(child);
    } else if (child.type !== 'Caption') {
      groups.push([...childrenOf(child)]);
      loose = undefined;
    }
  }
  return groups;
}

function childrenOf({ children }: StructureElement): readonly StructureElement[] {
  return children.filter((child) => typeof child !== 'number');
}

/** An empty cell before a header is the corner of a table. */
function scopeOf(cell: GridCell, data: readonly GridCell[]): HeaderCell['scope'] {
  const hasData = data.some(
    (other) => shareRows(cell, other) && (other.left >= cell.right || other.element.children.length > 0),
  );
  return cell.element.scope ?? (hasData ? 'Row' : 'Column');
}

const shareRows = (one: GridCell, other: GridCell): boolean =>
  one.top < other.bottom && other.top < one.bottom;
const shareColumns = (one: GridCell, other: GridCell): boolean =>
  one.left < other.right && other.left < one.right;

/** Whether a cell stands over a header of columns, or before one of a row. */
function isBefore(cell: GridCell, header: HeaderCell): boolean {
  if (header.scope === 'Column') return shareColumns(cell, header) && cell.bottom <= header.top;
  return shareRows(cell, header) && cell.right <= header.left;
}

/** Whether a cell is where a header's scope reaches: below it, behind it, or in its group from it on. */
function isUnder(cell: GridCell, header: HeaderCell): boolean {
  switch (header.scope) {
    case 'Column':
      return shareColumns(cell, header) && header.bottom <= cell.top;
    case 'Row':
      return shareRows(cell, header) && header.right <= cell.left;
    case 'RowGroup':
      return header.group === cell.group && header.top <= cell.top && header.left <= cell.left;
  }
}

/**
 * The headers of a cell in the order of the table. One that stands behind other cells hides those before them that have
 * its columns or rows.
 */
function headersOf(
  cell: GridCell,
  headers: readonly HeaderCell[],
  data: readonly GridCell[],
): readonly StructureElement[] {
  const reaching = headers.filter((header) => isUnder(cell, header));
  const isHidden = (header: HeaderCell): boolean =>
    reaching.some((nearer) => nearer.scope === header.scope && hides(nearer, header, data));
  return reaching.filter((header) => !isHidden(header)).map(({ element }) => element);
}

function hides(nearer: HeaderCell, header: HeaderCell, data: readonly GridCell[]): boolean {
  if (header.scope === 'RowGroup') return header.group === nearer.group && header.top < nearer.top;
  const isAlike =
    header.scope === 'Column'
      ? header.left === nearer.left && header.right === nearer.right
      : header.top === nearer.top && header.bottom === nearer.bottom;
  return isAlike && data.some((between) => isUnder(between, header) && isBefore(between, nearer));
}
