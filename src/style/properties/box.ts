import type { LengthPercentage } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeKeyword } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { fixed, takeLengthPercentage } from '../values/length.ts';
import type { AnyLonghand } from './property.ts';
import { field, keywords, SIDES, side } from './property.ts';

const POSITIVE = { negative: false } as const;

function lengthOr<K extends string>(
  words: readonly K[],
): (reader: Reader) => Specified<LengthPercentage | K> | undefined {
  return (reader) => {
    const word = takeKeyword(reader, words);
    return word === undefined ? takeLengthPercentage(reader, POSITIVE) : constant(word);
  };
}

/** css-box-3, css-sizing-3, css-images-3. */
export const boxProperties: readonly AnyLonghand[] = [
  ...SIDES.map((at) =>
    side('margin', at, `margin-${at}`, { syntax: 'auto | <length-percentage>' }, fixed(0), (reader) => {
      const word = takeKeyword(reader, ['auto']);
      return word === undefined ? takeLengthPercentage(reader) : constant(word);
    }),
  ),
  ...SIDES.map((at) =>
    side('padding', at, `padding-${at}`, { syntax: '<length-percentage>' }, fixed(0), (reader) =>
      takeLengthPercentage(reader, POSITIVE),
    ),
  ),
  field(
    'width',
    { syntax: 'auto | min-content | max-content | fit-content | <length-percentage>', traced: true },
    'auto',
    lengthOr(['auto', 'min-content', 'max-content', 'fit-content']),
  ),
  field('height', { syntax: 'auto | <length-percentage>', traced: true }, 'auto', lengthOr(['auto'])),
  field('minWidth', { syntax: 'auto | <length-percentage>', traced: true }, 'auto', lengthOr(['auto'])),
  field('minHeight', { syntax: 'auto | <length-percentage>', traced: true }, 'auto', lengthOr(['auto'])),
  field('maxWidth', { syntax: 'none | <length-percentage>', traced: true }, 'none', lengthOr(['none'])),
  field('maxHeight', { syntax: 'none | <length-percentage>', traced: true }, 'none', lengthOr(['none'])),
  keywords('boxSizing', ['content-box', 'border-box']),
  keywords('objectFit', ['fill', 'contain', 'cover', 'none', 'scale-down']),
];
