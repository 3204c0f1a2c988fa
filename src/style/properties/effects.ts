import type { PaintedStyle } from '../painted-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeKeyword, tryRead } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeInteger, takeNumber, takePercentage } from '../values/length.ts';
import { CENTRE, takePosition } from '../values/position.ts';
import type { AnyLonghand, Shorthand } from './property.ts';
import { field, keywords } from './property.ts';

type Overflow = PaintedStyle['overflowX'];

const OVERFLOWS = ['visible', 'hidden', 'clip', 'auto', 'scroll'] as const;

/** Paper does not scroll: what a scroll bar would lead to is cut off. */
function takeOverflow(reader: Reader): Specified<Overflow> | undefined {
  const word = takeKeyword(reader, OVERFLOWS);
  return word && constant(word === 'auto' || word === 'scroll' ? 'hidden' : word);
}

function takeOpacity(reader: Reader): Specified<number> | undefined {
  const share = takePercentage(reader);
  const value = share === undefined ? takeNumber(reader) : share / 100;
  return value === undefined ? undefined : constant(Math.min(1, Math.max(0, value)));
}

const overflow = { syntax: OVERFLOWS.join(' | '), traced: true } as const;

/** css-overflow-3, opacity of css-color-4, visibility of css-display-3, z-index of css-position-3, object-position of css-images-3. */
export const effectProperties: readonly AnyLonghand[] = [
  field('overflowX', overflow, 'visible', takeOverflow),
  field('overflowY', overflow, 'visible', takeOverflow),
  field('opacity', { syntax: '<number> | <percentage>' }, 1, takeOpacity),
  keywords('visibility', ['visible', 'hidden'], { inherited: true }),
  field('zIndex', { syntax: 'auto | <integer>' }, 'auto', (reader) => {
    if (takeKeyword(reader, ['auto'])) return constant('auto');
    const value = takeInteger(reader);
    return value === undefined ? undefined : constant(value);
  }),
  field('objectPosition', { syntax: '<position>' }, CENTRE, takePosition),
];

/** `overflow`: both ways, or across and down. */
export const overflowShorthand: Shorthand = {
  name: 'overflow',
  longhands: ['overflow-x', 'overflow-y'],
  syntax: `[ ${OVERFLOWS.join(' | ')} ]{1,2}`,
  parse(reader) {
    const x = takeOverflow(reader);
    return x && { 'overflow-x': x, 'overflow-y': tryRead(reader, takeOverflow) ?? x };
  },
};
