import type { ComputedStyle } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, peek, takeDelim, takeIdent, takeKeyword, takeString } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeLength, takeLengthPercentage, takeNumber, takePercentage } from '../values/length.ts';
import { resolveLength } from '../values/length-percentage.ts';
import type { AnyLonghand } from './property.ts';
import { field, keywords } from './property.ts';

/** Pt of the absolute size keywords, `medium` being 16px (css-fonts-4 §2.5). */
const SIZES = {
  'xx-small': 6.75,
  'x-small': 7.5,
  small: 9.75,
  medium: 12,
  large: 13.5,
  'x-large': 18,
  'xx-large': 24,
  'xxx-large': 36,
} as const;

/** Takes a font size in pt; percentages are of the parent's size. */
export function takeFontSize(reader: Reader): Specified<number> | undefined {
  const word = takeKeyword(reader, Object.keys(SIZES) as (keyof typeof SIZES)[]);
  if (word !== undefined) return constant(SIZES[word]);
  const relative = takeKeyword(reader, ['larger', 'smaller']);
  if (relative !== undefined) {
    return (context) => context.fontSize * (relative === 'larger' ? 1.2 : 1 / 1.2);
  }
  const size = takeLengthPercentage(reader, { negative: false });
  return (
    size &&
    ((context) => {
      const value = size(context);
      return Math.max(0, resolveLength(value, context.fontSize));
    })
  );
}

/** Takes a comma-separated family list. Unquoted names of several words are joined by single spaces. */
export function takeFontFamily(reader: Reader): Specified<readonly string[]> | undefined {
  const families: string[] = [];
  do {
    const family = takeString(reader) ?? takeFamilyName(reader);
    if (family === undefined) return undefined;
    families.push(family);
  } while (takeDelim(reader, ','));
  return constant(families);
}

function takeFamilyName(reader: Reader): string | undefined {
  const words: string[] = [];
  for (let word = takeIdent(reader); word !== undefined; word = takeIdent(reader)) words.push(word);
  return words.length === 0 ? undefined : words.join(' ');
}

/** Takes a weight; `bolder` and `lighter` go by the parent's (css-fonts-4 §2.2.1). */
export function takeFontWeight(reader: Reader): Specified<number> | undefined {
  const word = takeKeyword(reader, ['normal', 'bold', 'bolder', 'lighter']);
  if (word === 'normal') return constant(400);
  if (word === 'bold') return constant(700);
  if (word === 'bolder') return (context) => bolder(context.parentWeight);
  if (word === 'lighter') return (context) => lighter(context.parentWeight);
  const value = takeNumber(reader);
  return value === undefined || value < 1 || value > 1000 ? undefined : constant(value);
}

function bolder(weight: number): number {
  if (weight < 350) return 400;
  return weight < 550 ? 700 : Math.max(weight, 900);
}

function lighter(weight: number): number {
  if (weight < 100) return weight;
  if (weight < 550) return 100;
  return weight < 750 ? 400 : 700;
}

/** Takes a style; an oblique angle is read and left to the face. */
export function takeFontStyle(reader: Reader): Specified<ComputedStyle['fontStyle']> | undefined {
  const word = takeKeyword(reader, ['normal', 'italic', 'oblique']);
  const next = peek(reader);
  if (word === 'oblique' && next?.type === 'dimension' && next.unit === 'deg') reader.index++;
  return word === undefined ? undefined : constant(word);
}

/** Takes a line height: a number multiplies, a percentage or length is fixed here, in pt. */
export function takeLineHeight(reader: Reader): Specified<ComputedStyle['lineHeight']> | undefined {
  if (takeKeyword(reader, ['normal'])) return constant({ kind: 'normal' });
  const number = takeNumber(reader, { negative: false });
  if (number !== undefined) return constant({ kind: 'number', value: number });
  const percent = takePercentage(reader, { negative: false });
  if (percent !== undefined) {
    return (context) => ({ kind: 'length', pt: (percent / 100) * context.fontSize });
  }
  const length = takeLength(reader, { negative: false });
  return length && ((context) => ({ kind: 'length', pt: length(context) }));
}

/** css-fonts-4 and the line height of css-inline-3; features are in font-features.ts. */
export const fontProperties: readonly AnyLonghand[] = [
  field(
    'fontSize',
    { syntax: '<absolute-size> | larger | smaller | <length-percentage>', inherited: true, traced: true },
    SIZES.medium,
    takeFontSize,
  ),
  field('minFontSize', { name: '-min-font-size', syntax: '<length [0,∞]>', inherited: true }, 0, (reader) =>
    takeLength(reader, { negative: false }),
  ),
  field(
    'fontFamily',
    { syntax: '[ <family-name> | <generic-family> ]#', inherited: true, traced: true },
    ['sans-serif'],
    takeFontFamily,
  ),
  field(
    'fontWeight',
    { syntax: 'normal | bold | bolder | lighter | <number [1,1000]>', inherited: true },
    400,
    takeFontWeight,
  ),
  field(
    'fontStyle',
    { syntax: 'normal | italic | oblique <angle>?', inherited: true },
    'normal',
    takeFontStyle,
  ),
  keywords('fontKerning', ['auto', 'normal', 'none'], { inherited: true }),
  field(
    'lineHeight',
    { syntax: 'normal | <number> | <length-percentage>', inherited: true },
    { kind: 'normal' },
    takeLineHeight,
  ),
];

/** True at the end of a value or before a comma: where a list's entry may stop. */
export function atEntryEnd(reader: Reader): boolean {
  const next = peek(reader);
  return atEnd(reader) || (next?.type === 'delim' && next.value === ',');
}
