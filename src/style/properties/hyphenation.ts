import type { HyphenateLimitChars } from '../paragraph-style.ts';
import { peek, type Reader, takeKeyword, takeString } from '../syntax/reader.ts';
import { constant, type Specified } from '../values/context.ts';
import { type AnyLonghand, field, keywords } from './property.ts';

const inherited = { inherited: true } as const;

function takeWhole(reader: Reader): number | undefined {
  const next = peek(reader);
  if (next?.type !== 'number' || !Number.isInteger(next.value) || next.value < 0) return undefined;
  reader.index++;
  return next.value;
}

function takeCharacter(reader: Reader): Specified<string | undefined> | undefined {
  if (takeKeyword(reader, ['auto'])) return constant(undefined);
  const text = takeString(reader);
  return text === undefined ? undefined : constant(text);
}

/** One value is the whole word's; without a third, what stands after the hyphen is as what stands before it. */
function takeLimitChars(reader: Reader): Specified<HyphenateLimitChars> | undefined {
  const values: (number | 'auto')[] = [];
  while (values.length < 3) {
    const value = takeKeyword(reader, ['auto']) ?? takeWhole(reader);
    if (value === undefined) break;
    values.push(value);
  }
  const [total, before = 'auto', after = before] = values;
  return total === undefined ? undefined : constant({ total, before, after });
}

function takeLimitLines(reader: Reader): Specified<number> | undefined {
  if (takeKeyword(reader, ['no-limit'])) return constant(Number.POSITIVE_INFINITY);
  const lines = takeWhole(reader);
  return lines === undefined ? undefined : constant(lines);
}

/** Words that are broken at the end of a line (css-text-4 §6.3). */
export const hyphenationProperties: readonly AnyLonghand[] = [
  // `manual` is CSS's initial value, so it comes first.
  keywords('hyphens', ['manual', 'none', 'auto'], { ...inherited, traced: true }),
  field('hyphenateCharacter', { syntax: 'auto | <string>', ...inherited }, undefined, takeCharacter),
  field(
    'hyphenateLimitChars',
    { syntax: '[ auto | <integer> ]{1,3}', ...inherited },
    { total: 'auto', before: 'auto', after: 'auto' },
    takeLimitChars,
  ),
  field(
    'hyphenateLimitLines',
    { syntax: 'no-limit | <integer>', ...inherited },
    Number.POSITIVE_INFINITY,
    takeLimitLines,
  ),
  keywords('hyphenateLimitLast', ['none', 'always'], inherited),
];
