import type { Reader } from '../syntax/reader.ts';
import { atEnd, takeDelim, takeIdent, takeKeyword, takeString } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeInteger } from '../values/length.ts';
import { takeContentList } from './content.ts';
import { takeCounterStyle } from './counter-style-name.ts';
import type { ContentItem, CounterChange, GeneratedValues } from './generated-values.ts';
import type { AnyLonghand } from './property.ts';
import { field, generatedField, keywords } from './property.ts';

/** A `list-style-type` that is a string is kept quoted, so that `"none"` and `none` differ. */
export function takeListStyleType(reader: Reader): Specified<string> | undefined {
  const text = takeString(reader);
  if (text !== undefined) return constant(JSON.stringify(text));
  const name = takeCounterStyle(reader);
  return name === undefined ? undefined : constant(name);
}

function takeChanges(missing: number): (reader: Reader) => Specified<readonly CounterChange[]> | undefined {
  return (reader) => {
    if (takeKeyword(reader, ['none'])) return constant([]);
    const changes: CounterChange[] = [];
    while (!atEnd(reader)) {
      const name = takeIdent(reader);
      if (name === undefined) return undefined;
      changes.push({ name, value: takeInteger(reader) ?? missing });
    }
    return changes.length === 0 ? undefined : constant(changes);
  };
}

function takeContent(reader: Reader): Specified<GeneratedValues['content']> | undefined {
  const word = takeKeyword(reader, ['normal', 'none']);
  if (word !== undefined) return constant(word);
  const items = takeContentList(reader);
  return items && !items.some((item) => item.kind === 'content') ? constant(items) : undefined;
}

function takeQuotes(reader: Reader): Specified<GeneratedValues['quotes']> | undefined {
  const word = takeKeyword(reader, ['auto', 'none']);
  if (word !== undefined) return constant(word);
  const pairs: (readonly [string, string])[] = [];
  while (!atEnd(reader)) {
    const open = takeString(reader);
    const close = takeString(reader);
    if (open === undefined || close === undefined) return undefined;
    pairs.push([open, close]);
  }
  return pairs.length === 0 ? undefined : constant(pairs);
}

function takeStringSet(reader: Reader): Specified<GeneratedValues['stringSet']> | undefined {
  if (takeKeyword(reader, ['none'])) return constant([]);
  const sets: { name: string; content: readonly ContentItem[] }[] = [];
  do {
    const name = takeIdent(reader);
    const content = name === undefined ? undefined : takeContentList(reader);
    if (name === undefined || !content || content.some((item) => item.kind === 'string')) return undefined;
    sets.push({ name, content });
  } while (takeDelim(reader, ','));
  return constant(sets);
}

const CHANGES = 'none | [ <custom-ident> <integer>? ]+';

/** css-lists-3, css-content-3, css-gcpm-3. */
export const listProperties: readonly AnyLonghand[] = [
  keywords('listStylePosition', ['outside', 'inside'], { inherited: true }),
  field(
    'listStyleType',
    { syntax: '<counter-style> | <string> | none', inherited: true, traced: true },
    'disc',
    takeListStyleType,
  ),
  generatedField(
    'content',
    'content',
    { syntax: 'normal | none | <content-list>', traced: true },
    'normal',
    takeContent,
  ),
  generatedField('counterReset', 'counter-reset', { syntax: CHANGES }, [], takeChanges(0)),
  generatedField(
    'counterIncrement',
    'counter-increment',
    { syntax: CHANGES, traced: true },
    [],
    takeChanges(1),
  ),
  generatedField('counterSet', 'counter-set', { syntax: CHANGES }, [], takeChanges(0)),
  generatedField(
    'quotes',
    'quotes',
    { syntax: 'auto | none | [ <string> <string> ]+', inherited: true },
    'auto',
    takeQuotes,
  ),
  generatedField(
    'stringSet',
    'string-set',
    { syntax: 'none | [ <custom-ident> <content-list> ]#', traced: true },
    [],
    takeStringSet,
  ),
];
