import type { Component, FunctionComponent } from './component.ts';
import { withoutSpace } from './component.ts';

/** A cursor over component values without white space; every `take…` moves only when it succeeds. */
export interface Reader {
  readonly items: readonly Component[];
  index: number;
}

/** A reader at the start of a value. */
export function readerOf(components: readonly Component[]): Reader {
  return { items: withoutSpace(components), index: 0 };
}

/** The next component, or undefined at the end. */
export function peek(reader: Reader): Component | undefined {
  return reader.items[reader.index];
}

/** True when all was read. */
export function atEnd(reader: Reader): boolean {
  return reader.index >= reader.items.length;
}

/** Takes one of the keywords, in any case. */
export function takeKeyword<K extends string>(reader: Reader, keywords: readonly K[]): K | undefined {
  const next = peek(reader);
  if (next?.type !== 'ident') return undefined;
  const word = next.value.toLowerCase();
  const found = keywords.find((keyword) => keyword === word);
  if (found !== undefined) reader.index++;
  return found;
}

/** Takes any identifier, with its case. */
export function takeIdent(reader: Reader): string | undefined {
  const next = peek(reader);
  if (next?.type !== 'ident') return undefined;
  reader.index++;
  return next.value;
}

/** Takes a quoted string. */
export function takeString(reader: Reader): string | undefined {
  const next = peek(reader);
  if (next?.type !== 'string') return undefined;
  reader.index++;
  return next.value;
}

/** Takes one character such as `/` or `,`. */
export function takeDelim(reader: Reader, value: string): boolean {
  const next = peek(reader);
  if (next?.type !== 'delim' || next.value !== value) return false;
  reader.index++;
  return true;
}

/** Takes a function of one of the names. */
export function takeFunction(reader: Reader, names: readonly string[]): FunctionComponent | undefined {
  const next = peek(reader);
  if (next?.type !== 'function' || !names.includes(next.name)) return undefined;
  reader.index++;
  return next;
}

/** Runs `attempt` and moves back when it gives undefined. */
export function tryRead<T>(reader: Reader, attempt: (reader: Reader) => T | undefined): T | undefined {
  const start = reader.index;
  const value = attempt(reader);
  if (value === undefined) reader.index = start;
  return value;
}
