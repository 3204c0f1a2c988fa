import type { ColumnConstraint } from './column-constraint.ts';

/** How columns of a kind grow from one guess to the next. */
interface Guess {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * Column widths that make up `target` pt (css-tables-3 §4.5.1): all at their least, then percentages, lengths and
 * contents come to what they ask for, in this order; what is left beyond goes to those without a width first.
 * `evenLengths`: columns with lengths may grow where there are no others.
 */
export function distributeAutomatic(
  target: number,
  columns: readonly ColumnConstraint[],
  evenLengths: boolean,
): readonly number[] {
  const guesses = guessesOf(target, columns);
  for (let index = 0; index < guesses.length; index++) {
    if (sumOf(guesses[index]!) < target) continue;
    return index === 0
      ? guesses[0]!
      : interpolated({ from: guesses[index - 1]!, to: guesses[index]! }, target);
  }
  return grown(guesses.at(-1)!, target, columns, evenLengths);
}

/** Sizes at which all columns have their least, percentages theirs, lengths theirs, contents theirs. */
function guessesOf(target: number, columns: readonly ColumnConstraint[]): readonly (readonly number[])[] {
  const percentage = (column: ColumnConstraint): number =>
    Math.max(column.min, ((column.percent ?? 0) / 100) * target);
  const step = (rank: number): number[] =>
    columns.map((column) => {
      if (column.percent !== undefined) return rank >= 1 ? percentage(column) : column.min;
      if (column.constrained) return rank >= 2 ? column.max : column.min;
      return rank >= 3 ? column.max : column.min;
    });
  return [step(0), step(1), step(2), step(3)];
}

/** Between two guesses, the columns that differ grow by their part of the difference. */
function interpolated({ from, to }: Guess, target: number): readonly number[] {
  const least = sumOf(from);
  const share = (target - least) / (sumOf(to) - least);
  return from.map((size, index) => size + (to[index]! - size) * share);
}

function grown(
  sizes: readonly number[],
  target: number,
  columns: readonly ColumnConstraint[],
  evenLengths: boolean,
): readonly number[] {
  const free = target - sumOf(sizes);
  const isOpen = growing(columns, evenLengths);
  const weight = (column: ColumnConstraint): number => column.percent ?? column.max;
  return shared(sizes, free, columns.map(isOpen), columns.map(weight));
}

/** Which columns take more than they ask for: those of content, else of lengths, else of percentages. */
function growing(
  columns: readonly ColumnConstraint[],
  evenLengths: boolean,
): (column: ColumnConstraint) => boolean {
  const isContent = (column: ColumnConstraint): boolean =>
    column.percent === undefined && !column.constrained && !column.empty;
  if (columns.some(isContent)) return isContent;
  const isLength = (column: ColumnConstraint): boolean => column.percent === undefined && column.constrained;
  if (columns.some(isLength) && evenLengths) return isLength;
  const isPercent = (column: ColumnConstraint): boolean => column.percent !== undefined;
  return columns.some(isPercent) ? isPercent : () => false;
}

/** `free` pt on top of sizes, to those that are open by weight, evenly where none has any. */
function shared(
  sizes: readonly number[],
  free: number,
  open: readonly boolean[],
  weights: readonly number[],
): readonly number[] {
  const total = sumOf(weights.filter((_, index) => open[index]));
  const count = open.filter(Boolean).length;
  return sizes.map((size, index) => {
    if (!open[index]) return size;
    return size + (total > 0 ? (free * weights[index]!) / total : free / count);
  });
}

/** Column widths of fixed layout (CSS 2.2 §17.5.2.1): as set, the others evenly; what is left over or lacks by size. */
export function distributeFixed(target: number, columns: readonly ColumnConstraint[]): readonly number[] {
  const percentage = (column: ColumnConstraint): number =>
    ((column.percent ?? 0) / 100) * target + column.percentExtra;
  const asked = columns.map((column) => {
    if (column.percent !== undefined) return percentage(column);
    return column.constrained ? column.max : 0;
  });
  const free = target - sumOf(asked);
  const isOpen = columns.map((column) => column.percent === undefined && !column.constrained);
  const isPercent = columns.map((column) => column.percent !== undefined);
  const isLength = columns.map((column) => column.percent === undefined && column.constrained);
  if (free < 0) return shrunk(asked, free, isPercent);
  if (isOpen.some(Boolean))
    return shared(
      asked,
      free,
      isOpen,
      asked.map(() => 0),
    );
  return shared(asked, free, isLength.some(Boolean) ? isLength : isPercent, asked);
}

/** Percentages give way down to nothing before the table overflows. */
function shrunk(sizes: readonly number[], free: number, isPercent: readonly boolean[]): readonly number[] {
  const total = sumOf(sizes.filter((_, index) => isPercent[index]));
  const share = total > 0 ? Math.max(-1, free / total) : 0;
  return sizes.map((size, index) => (isPercent[index] ? size * (1 + share) : size));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
