import { eastAsianWidth } from '../../unicode/east-asian-width.ts';
import type { BreakUnits } from './line-break-classes.ts';
import { classNumbers } from './line-break-numbers.ts';

const n = classNumbers;

/** QU, whatever its general category. */
export function isQuote(value: number): boolean {
  return value === n.QU || value === n.QUI || value === n.QUF;
}

/** LB15a: an initial quote that stands at the start or after a space or opening. */
export function opensQuote({ classes }: BreakUnits, at: number): boolean {
  return at === 0 || openers.includes(classes[at - 1]!);
}

/** LB15b: a final quote before a space, a closing or the end. */
export function closesQuote({ classes, count }: BreakUnits, at: number): boolean {
  return at + 1 >= count || closers.includes(classes[at + 1]!);
}

const lineEnds = [n.BK, n.CR, n.LF, n.NL];
const quotes = [n.QU, n.QUI, n.QUF];
const openers: readonly number[] = [...lineEnds, ...quotes, n.OP, n.OPW, n.GL, n.SP, n.ZW];
const closers: readonly number[] = [
  ...lineEnds,
  ...quotes,
  ...[n.SP, n.GL, n.WJ, n.CL, n.CP, n.CPW, n.EX, n.IS, n.SY, n.ZW],
];

/**
 * What LB19 and LB19a leave open: whether a line may end before unit `i`, which is an initial quote, or after the unit
 * before it, which is a final one, since East Asian characters stand on both sides of the quote.
 */
export function standsBetweenIdeographs({ classes, points, count }: BreakUnits, i: number): boolean {
  const wide = (at: number) => at >= 0 && at < count && 'FWH'.includes(eastAsianWidth(points[at]!));
  const before = isQuote(classes[i - 1]!);
  const after = isQuote(classes[i]!);
  if (before && (classes[i - 1] !== n.QUF || !wide(i - 2) || !wide(i))) return false;
  return !after || (classes[i] === n.QUI && wide(i - 1) && wide(i + 1));
}
