import type { ComputedStyle } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeKeyword } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import type { AnyLonghand } from './property.ts';
import { field, keywords } from './property.ts';

type Autospace = ComputedStyle['textAutospace'];

/** Takes `normal`, `no-autospace`, or the borders at which space goes in (css-text-4 §8.4). */
function takeAutospace(reader: Reader): Specified<Autospace> | undefined {
  const whole = takeKeyword(reader, ['normal', 'no-autospace']);
  if (whole) return constant(whole === 'normal' ? 'all' : 'none');
  const word = () => takeKeyword(reader, ['ideograph-alpha', 'ideograph-numeric']);
  const first = word();
  const second = word();
  if (!first || first === second) return undefined;
  if (second) return constant('all');
  return constant(first === 'ideograph-alpha' ? 'alpha' : 'numeric');
}

const inherited = { inherited: true } as const;

/** East Asian spacing of css-text-4. */
export const eastAsianProperties: readonly AnyLonghand[] = [
  keywords(
    'textSpacingTrim',
    ['normal', 'space-all', 'space-first', 'trim-start', 'trim-both', 'trim-all'],
    inherited,
  ),
  field(
    'textAutospace',
    { syntax: 'normal | no-autospace | [ ideograph-alpha || ideograph-numeric ]', ...inherited },
    'none',
    takeAutospace,
  ),
];
