import type { ComputedStyle } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeKeyword } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeInteger, takeLengthPercentage, takeNumber } from '../values/length.ts';
import type { AnyLonghand } from './property.ts';
import { field, keywords, SIDES, side } from './property.ts';

const POSITIVE = { negative: false } as const;

const FLEX_BASIS_WORDS = ['auto', 'content', 'min-content', 'max-content', 'fit-content'] as const;

/** Takes a `flex-basis`; the `flex` shorthand reads it too. */
export function takeFlexBasis(reader: Reader): Specified<ComputedStyle['flexBasis']> | undefined {
  const word = takeKeyword(reader, FLEX_BASIS_WORDS);
  return word === undefined ? takeLengthPercentage(reader, POSITIVE) : constant(word);
}

/** css-display-3, css-flexbox-1, css-position-3, and floats (CSS 2.2 §9.5, css-logical-1 §2). */
export const displayProperties: readonly AnyLonghand[] = [
  keywords(
    'display',
    [
      'inline',
      'block',
      'inline-block',
      'flow-root',
      'list-item',
      'flex',
      'inline-flex',
      'none',
      'contents',
      'table',
      'inline-table',
      'table-row-group',
      'table-header-group',
      'table-footer-group',
      'table-row',
      'table-cell',
      'table-caption',
      'table-column',
      'table-column-group',
    ],
    { traced: true },
  ),
  keywords('flexDirection', ['row', 'row-reverse', 'column', 'column-reverse'], { traced: true }),
  keywords('flexWrap', ['nowrap', 'wrap', 'wrap-reverse'], { traced: true }),
  field('flexGrow', { syntax: '<number>' }, 0, (reader) => {
    const value = takeNumber(reader, POSITIVE);
    return value === undefined ? undefined : constant(value);
  }),
  field('flexShrink', { syntax: '<number>' }, 1, (reader) => {
    const value = takeNumber(reader, POSITIVE);
    return value === undefined ? undefined : constant(value);
  }),
  field(
    'flexBasis',
    { syntax: `${FLEX_BASIS_WORDS.join(' | ')} | <length-percentage>` },
    'auto',
    takeFlexBasis,
  ),
  field('order', { syntax: '<integer>' }, 0, (reader) => {
    const value = takeInteger(reader);
    return value === undefined ? undefined : constant(value);
  }),
  ...(['rowGap', 'columnGap'] as const).map((key) =>
    field(key, { syntax: 'normal | <length-percentage>' }, 'normal', (reader) => {
      const word = takeKeyword(reader, ['normal']);
      return word === undefined ? takeLengthPercentage(reader, POSITIVE) : constant(word);
    }),
  ),
  keywords('position', ['static', 'relative', 'absolute', 'fixed', 'sticky'], { traced: true }),
  keywords('float', ['none', 'left', 'right', 'inline-start', 'inline-end', 'block-end', 'footnote'], {
    traced: true,
  }),
  keywords('floatReference', ['inline', 'page']),
  keywords('clear', ['none', 'left', 'right', 'both', 'inline-start', 'inline-end']),
  ...SIDES.map((at) =>
    side('inset', at, at, { syntax: 'auto | <length-percentage>' }, 'auto', (reader) => {
      const word = takeKeyword(reader, ['auto']);
      return word === undefined ? takeLengthPercentage(reader) : constant(word);
    }),
  ),
];
