/** A row while its height is found; pt. */
export interface RowSize {
  size: number;
  /** Percent of the table's height, of the row or of a cell in it. */
  readonly percent: number | undefined;
  /** A length was set, on the row or on a cell in it. */
  readonly constrained: boolean;
  /** A cell that spans further rows begins here. */
  readonly startsSpan: boolean;
}

/** A cell that spans rows, and the height that it needs; pt. */
export interface SpanningCell {
  readonly row: number;
  readonly rowSpan: number;
  readonly height: number;
}

/** Gives the rows that a cell spans what the cell needs beyond them (css-tables-3 §4.6), those of few rows first. */
export function shareSpanning(
  rows: readonly RowSize[],
  cells: readonly SpanningCell[],
  spacing: number,
): void {
  const ordered = [...cells].sort((a, b) => a.rowSpan - b.rowSpan || a.row - b.row);
  for (const cell of ordered) {
    const spanned = rows.slice(cell.row, cell.row + cell.rowSpan);
    const inner = spacing * (spanned.length - 1);
    const excess = cell.height - inner - heightOf(spanned);
    if (excess > 0) shareExcess(spanned, excess, undefined, true);
  }
}

/**
 * Makes rows higher by `excess` pt in all, in the order that browsers have agreed on: percentages up to what they ask
 * for, rows in which another spanning cell begins, rows of content, empty rows, at last rows of a set height.
 * `base`: what percentages are of, where it is known.
 */
export function shareExcess(
  rows: readonly RowSize[],
  excess: number,
  base: number | undefined,
  forSpan: boolean,
): void {
  const left = base === undefined ? excess : excess - sharePercents(rows, excess, base);
  if (left <= 0) return;
  const resolves = (row: RowSize): boolean => base !== undefined && row.percent !== undefined;
  const starting = forSpan ? rows.filter((row, index) => index > 0 && row.startsSpan) : [];
  if (starting.length > 0) return grow(starting, left, () => 1);
  const filled = rows.filter((row) => row.size > 0);
  const flexible = filled.filter((row) => !row.constrained && !resolves(row));
  if (flexible.length > 0) return grow(flexible, left, (row) => row.size);
  const empty = rows.filter((row) => row.size === 0);
  if (empty.length > 0) {
    if (forSpan) {
      if (filled.length === 0) return grow(empty.slice(-1), left, () => 1);
    } else {
      const open = empty.filter((row) => !row.constrained);
      return grow(open.length > 0 ? open : empty, left, () => 1);
    }
  }
  grow(filled, left, (row) => row.size);
}

/** What percentages still lack, as far as there is enough; what was given. */
function sharePercents(rows: readonly RowSize[], excess: number, base: number): number {
  const lack = (row: RowSize): number => Math.max(0, ((row.percent ?? 0) / 100) * base - row.size);
  const lacking = rows.filter((row) => lack(row) > 0);
  const total = lacking.reduce((sum, row) => sum + lack(row), 0);
  const given = Math.min(total, excess);
  if (given > 0) grow(lacking, given, lack);
  return given;
}

function grow(rows: readonly RowSize[], more: number, weight: (row: RowSize) => number): void {
  const weights = rows.map(weight);
  const total = weights.reduce((sum, each) => sum + each, 0);
  rows.forEach((row, index) => {
    row.size += total > 0 ? (more * weights[index]!) / total : more / rows.length;
  });
}

/** All of the rows' heights; pt. */
export function heightOf(rows: readonly RowSize[]): number {
  return rows.reduce((sum, row) => sum + row.size, 0);
}
