import { takeKeyword } from '../syntax/reader.ts';
import { constant } from '../values/context.ts';
import { takeInteger, takeLengthPercentage, takeNumber } from '../values/length.ts';
import type { AnyLonghand } from './property.ts';
import { field, keywords, SIDES, side } from './property.ts';

const POSITIVE = { negative: false } as const;

/** css-display-3, css-flexbox-1, css-position-3. */
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
      'none',
      'contents',
      'table',
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
  field('flexBasis', { syntax: 'auto | content | <length-percentage>' }, 'auto', (reader) => {
    const word = takeKeyword(reader, ['auto', 'content']);
    return word === undefined ? takeLengthPercentage(reader, POSITIVE) : constant(word);
  }),
  field('order', { syntax: '<integer>' }, 0, (reader) => {
    const value = takeInteger(reader);
    return value === undefined ? undefined : constant(value);
  }),
  keywords('justifyContent', [
    'normal',
    'flex-start',
    'flex-end',
    'start',
    'end',
    'center',
    'space-between',
    'space-around',
    'space-evenly',
  ]),
  keywords('alignItems', [
    'normal',
    'stretch',
    'flex-start',
    'flex-end',
    'start',
    'end',
    'center',
    'baseline',
  ]),
  keywords('alignSelf', ['auto', 'stretch', 'flex-start', 'flex-end', 'start', 'end', 'center', 'baseline']),
  ...(['rowGap', 'columnGap'] as const).map((key) =>
    field(key, { syntax: 'normal | <length-percentage>' }, 'normal', (reader) => {
      const word = takeKeyword(reader, ['normal']);
      return word === undefined ? takeLengthPercentage(reader, POSITIVE) : constant(word);
    }),
  ),
  keywords('position', ['static', 'relative', 'absolute', 'fixed'], { traced: true }),
  ...SIDES.map((at) =>
    side('inset', at, at, { syntax: 'auto | <length-percentage>' }, 'auto', (reader) => {
      const word = takeKeyword(reader, ['auto']);
      return word === undefined ? takeLengthPercentage(reader) : constant(word);
    }),
  ),
];
