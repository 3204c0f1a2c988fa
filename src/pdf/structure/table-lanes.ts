import type { GridCell } from './table-grid.ts';

/** The cells of a table by the columns or by the rows that they stand in, with what lies before and behind in them. */
export interface Lanes {
  /** The TD cells in a cell's lanes, some of them more than once. */
  dataBeside(cell: GridCell): readonly GridCell[];
  /** Whether a TD lies before a cell in one of its lanes. */
  hasDataBefore(cell: GridCell): boolean;
  /** For some headers, those that a cell behind them has: the nearest, and none that a later one of the same lanes hides. */
  reach<H extends GridCell>(headers: readonly H[]): (cell: GridCell) => readonly H[];
}

/** A cell in its lanes: across them from `from` up to `to`, along them from `start` up to `end`. */
interface Extent {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** No table that people read has more headers over one cell, or beside it. */
const mostHeaders = 32;

/** The columns, or the rows, of a table, with its TD cells. */
export function createLanes(kind: 'Column' | 'Row', data: readonly GridCell[]): Lanes {
  const extentOf = ({ top, bottom, left, right }: GridCell): Extent =>
    kind === 'Column'
      ? { from: left, to: right, start: top, end: bottom }
      : { from: top, to: bottom, start: left, end: right };
  const sorted = data.map((cell) => ({ cell, ...extentOf(cell) })).sort((a, b) => a.start - b.start);
  const lanes = byLane(sorted);
  const ends = new Map([...lanes].map(([lane, cells]) => [lane, earliestEnds(cells)]));
  /** Where the first TD ends that begins in a lane at a place or behind it. */
  const firstEnd = (lane: number, place: number): number => {
    const at = indexFrom(lanes.get(lane) ?? [], place);
    return ends.get(lane)?.[at] ?? Number.POSITIVE_INFINITY;
  };
  return {
    dataBeside: (cell) =>
      lanesOf(extentOf(cell))
        .flatMap((lane) => lanes.get(lane) ?? [])
        .map(({ cell }) => cell),
    hasDataBefore(cell) {
      const extent = extentOf(cell);
      return lanesOf(extent).some((lane) => firstEnd(lane, 0) <= extent.start);
    },
    reach(headers) {
      const reaching = headers
        .map((header) => ({ header, ...extentOf(header) }))
        .sort((a, b) => a.start - b.start);
      const inLanes = byLane(
        reaching.map((extent) => ({ ...extent, until: hiddenFrom(extent, reaching, firstEnd) })),
      );
      return (cell) => {
        const extent = extentOf(cell);
        const found = lanesOf(extent).flatMap((lane) =>
          (inLanes.get(lane) ?? []).filter(({ end, until }) => end <= extent.start && extent.start < until),
        );
        return [...new Set(found.map(({ header }) => header))].slice(-mostHeaders);
      };
    },
  };
}

const lanesOf = ({ from, to }: Extent) => Array.from({ length: to - from }, (_, i) => from + i);

function byLane<E extends Extent>(extents: readonly E[]): ReadonlyMap<number, readonly E[]> {
  const lanes = new Map<number, E[]>();
  for (const extent of extents) {
    for (const lane of lanesOf(extent)) {
      const cells = lanes.get(lane);
      if (cells) cells.push(extent);
      else lanes.set(lane, [extent]);
    }
  }
  return lanes;
}

/** For each cell of a lane the least end of it and those that begin behind it. */
function earliestEnds(cells: readonly Extent[]): readonly number[] {
  const ends = cells.map(({ end }) => end);
  for (let i = ends.length - 2; i >= 0; i--) ends[i] = Math.min(ends[i]!, ends[i + 1]!);
  return ends;
}

/** The index of the first cell that begins at a place or behind it. */
function indexFrom(cells: readonly Extent[], place: number): number {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From where on a header is hidden: behind the first one of its lanes that stands behind cells of it. */
function hiddenFrom(
  header: Extent,
  sorted: readonly Extent[],
  firstEnd: (lane: number, place: number) => number,
): number {
  const behind = Math.min(...lanesOf(header).map((lane) => firstEnd(lane, header.end)));
  for (let i = indexFrom(sorted, behind); i < sorted.length; i++) {
    const { from, to, end } = sorted[i]!;
    if (from === header.from && to === header.to) return end;
  }
  return Number.POSITIVE_INFINITY;
}
