import { takeKeyword } from '../syntax/reader.ts';
import { constant } from '../values/context.ts';
import { takeInteger, takeLength } from '../values/length.ts';
import type { AnyLonghand } from './property.ts';
import { field, keywords } from './property.ts';

const POSITIVE = { negative: false } as const;
const inherited = { inherited: true } as const;

/** css-tables-3 and css-multicol-1. */
export const tableAndColumnProperties: readonly AnyLonghand[] = [
  keywords('borderCollapse', ['separate', 'collapse'], inherited),
  field(
    'borderSpacing',
    { syntax: '<length>{1,2}', ...inherited },
    { horizontal: 0, vertical: 0 },
    (reader) => {
      const horizontal = takeLength(reader, POSITIVE);
      const vertical = takeLength(reader, POSITIVE) ?? horizontal;
      if (!horizontal || !vertical) return undefined;
      return (context) => ({ horizontal: horizontal(context), vertical: vertical(context) });
    },
  ),
  keywords('tableLayout', ['auto', 'fixed']),
  keywords('captionSide', ['top', 'bottom'], inherited),
  keywords('emptyCells', ['show', 'hide'], inherited),
  field('columnCount', { syntax: 'auto | <integer [1,∞]>', traced: true }, 'auto', (reader) => {
    if (takeKeyword(reader, ['auto'])) return constant('auto' as const);
    const count = takeInteger(reader, 1);
    return count === undefined ? undefined : constant(count);
  }),
  field('columnWidth', { syntax: 'auto | <length>', traced: true }, 'auto', (reader) =>
    takeKeyword(reader, ['auto']) ? constant('auto' as const) : takeLength(reader, POSITIVE),
  ),
  // `balance` is CSS's initial value, so it comes first.
  keywords('columnFill', ['balance', 'auto']),
  keywords('columnSpan', ['none', 'all']),
];
