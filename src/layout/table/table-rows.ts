import type { TableBox, TableSection } from '../box.ts';
import { definiteHeight } from '../sizing.ts';
import { heightOf, type RowSize, type SpanningCell, shareExcess, shareSpanning } from './distribute-rows.ts';
import { alignmentOf, type CellLayout, type RowHeights, stretchedOverRows } from './table-cells.ts';

/** The heights of all rows (css-tables-3 §4.6): of their cells, their own, their sections' and at last the table's. */
export function rowHeights(
  box: TableBox,
  cells: readonly (readonly CellLayout[])[],
  spacing: number,
  tableHeight: number | undefined,
): RowHeights {
  const baselines = cells.map(baselineOf);
  const rows = box.rows.map((_, index) => rowSize(box, index, cells[index]!, baselines[index]));
  for (const section of box.sections) {
    const own = rows.slice(section.first, section.first + section.count);
    shareSpanning(own, spanningCells(cells, section), spacing);
    growSection(section, own, spacing);
  }
  if (tableHeight !== undefined && rows.length > 0) growTable(box, rows, spacing, tableHeight);
  return { heights: rows.map((row) => row.size), baselines };
}

function baselineOf(cells: readonly CellLayout[]): number | undefined {
  const aligned = cells.flatMap((laid) =>
    alignmentOf(laid.cell.box.style) === 'baseline' && laid.baseline !== undefined ? [laid.baseline] : [],
  );
  return aligned.length === 0 ? undefined : aligned.reduce((most, each) => Math.max(most, each), 0);
}

function rowSize(
  box: TableBox,
  index: number,
  cells: readonly CellLayout[],
  baseline: number | undefined,
): RowSize {
  const { style } = box.rows[index]!;
  const own = cells.filter((laid) => !stretchedOverRows(laid));
  const percents = [style, ...own.map((laid) => laid.cell.box.style)].flatMap(({ height }) =>
    typeof height !== 'string' && height.percent > 0 ? [height.percent] : [],
  );
  const isSet = (height: typeof style.height): boolean => typeof height !== 'string' && height.percent === 0;
  return {
    size: own.reduce(
      (most, laid) => Math.max(most, neededHeight(laid, baseline)),
      definiteHeight(style, undefined, 0) ?? 0,
    ),
    percent: percents.length === 0 ? undefined : percents.reduce((most, each) => Math.max(most, each), 0),
    constrained: isSet(style.height) || own.some((laid) => isSet(laid.cell.box.style.height)),
    startsSpan: own.length < cells.length,
  };
}

/** The cell's height, below where the row's baseline pushes it. */
function neededHeight(laid: CellLayout, baseline: number | undefined): number {
  const isAligned = alignmentOf(laid.cell.box.style) === 'baseline' && laid.baseline !== undefined;
  const shift = isAligned && baseline !== undefined ? baseline - laid.baseline : 0;
  return Math.max(laid.least, laid.fragment.height + shift);
}

function spanningCells(cells: readonly (readonly CellLayout[])[], section: TableSection): SpanningCell[] {
  return cells.slice(section.first, section.first + section.count).flatMap((row, index) =>
    row.filter(stretchedOverRows).map((laid) => ({
      row: index,
      rowSpan: laid.cell.rowSpan,
      height: Math.max(laid.least, laid.fragment.height),
    })),
  );
}

function growSection(section: TableSection, rows: readonly RowSize[], spacing: number): void {
  const height = section.style && definiteHeight(section.style, undefined, 0);
  if (height === undefined || rows.length === 0) return;
  const excess = height - heightOf(rows) - spacing * (rows.length - 1);
  if (excess > 0) shareExcess(rows, excess, height, false);
}

/** What a table's height leaves goes to its bodies, or to all sections where it has none, and on to their rows. */
function growTable(box: TableBox, rows: readonly RowSize[], spacing: number, height: number): void {
  const filled = box.sections.filter((section) => section.count > 0);
  const available = height - spacing * (filled.length + 1);
  const sizes = filled.map((section) => sectionSize(section, rows, spacing));
  const excess = available - heightOf(sizes);
  if (excess <= 0) return;
  const isBody = (_: RowSize, index: number): boolean => filled[index]!.group === 'body';
  const before = sizes.map((section) => section.size);
  const bodies = sizes.filter(isBody);
  shareExcess(bodies.length > 0 ? bodies : sizes, excess, available, false);
  filled.forEach((section, index) => {
    const more = sizes[index]!.size - before[index]!;
    const own = rows.slice(section.first, section.first + section.count);
    const inner = sizes[index]!.size - spacing * (section.count - 1);
    if (more > 0) shareExcess(own, more, inner, false);
  });
}

function sectionSize(section: TableSection, rows: readonly RowSize[], spacing: number): RowSize {
  const own = rows.slice(section.first, section.first + section.count);
  const height = section.style?.height ?? 'auto';
  const set = height === 'auto' ? undefined : height;
  return {
    size: heightOf(own) + spacing * (own.length - 1),
    percent: set && set.percent > 0 ? set.percent : undefined,
    constrained: set !== undefined && set.percent === 0,
    startsSpan: false,
  };
}
