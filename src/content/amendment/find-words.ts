import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import { isOfCategory } from '../../unicode/general-category.ts';
import { isWrittenApart } from '../../unicode/words.ts';
import type { ClauseItem } from './clause-items.ts';
import { clauseText, type TextUnit, type Wrapper } from './clause-text.ts';
import { nameOf } from './find-clauses.ts';

/** Words of a clause: units of its text, from `from` up to `to`. */
export interface FoundWords {
  readonly units: readonly TextUnit[];
  readonly from: number;
  readonly to: number;
}

/**
 * Words that a clause has once, as whole words. Marks such as `*` are not written, quotation marks and apostrophes may be
 * straight. Undefined, with a finding at the words, where they are not there or stand there more than once.
 */
export function findWords(
  words: Span,
  item: ClauseItem,
  source: SourceFile,
  found: Diagnostic[],
): FoundWords | undefined {
  const units = clauseText(item, source);
  const text = fold(units.map(({ character }) => character).join(''));
  const wanted = fold(words.source.text.slice(words.start, words.end).trim());
  const all = placesOf(wanted, text);
  const whole = all.filter((at) => isWhole(text, at, at + wanted.length));
  const [at, ...others] = whole;
  if (at !== undefined && others.length === 0) return { units, from: at, to: at + wanted.length };
  const shown = JSON.stringify(words.source.text.slice(words.start, words.end));
  const count = whole.length === 2 ? 'twice' : `${whole.length} times`;
  const message =
    at === undefined
      ? `${shown} does not stand in ${nameOf(item)}${all.length > 0 ? ' as whole words' : ''}`
      : `${shown} stands ${count} in ${nameOf(item)}`;
  const hint =
    at === undefined
      ? 'Quote the words as they are written there, without *, [ ] and the like, and variables in their braces'
      : 'Quote some more of the words around it';
  found.push(diagnose('amendment-words', message, words, hint));
  return undefined;
}

function placesOf(wanted: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

/** One character for one: what a keyboard writes straight, and every white space. */
function fold(text: string): string {
  return text
    .replace(/[‘’‚ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s/g, ' ');
}

/** Neither end lies inside a word of a script that writes its words apart. */
function isWhole(text: string, from: number, to: number): boolean {
  return !isInside(text, from) && !isInside(text, to);
}

function isInside(text: string, at: number): boolean {
  const before = codePointBefore(text, at);
  const after = text.codePointAt(at);
  return [before, after].every(
    (point) =>
      point !== undefined && (isOfCategory(point, 'L') || isOfCategory(point, 'N')) && isWrittenApart(point),
  );
}

function codePointBefore(text: string, at: number): number | undefined {
  const last = text.codePointAt(at - 1);
  if (at < 1 || last === undefined) return undefined;
  return last >= 0xdc00 && last < 0xe000 && at > 1 ? text.codePointAt(at - 2) : last;
}

/** Where words stand in the source, such that no mark around them is cut in two. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The place of words in the source. Marks that begin or end inside of them are taken in whole where all of what they
 * hold is among the words; undefined where not. With `around` marks that hold the words alone are taken in too.
 */
export function rangeOf({ units, from, to }: FoundWords, around: boolean): SourceRange | undefined {
  const [first, last] = [units[from]!, units[to - 1]!];
  let { start } = first;
  let { end } = last;
  for (const wrapper of [...first.wrappers].reverse()) {
    const isShared = last.wrappers.some((other) => isSame(other, wrapper));
    if (isShared && !(around && holdsNoMore(units, from, to, wrapper))) continue;
    if (!beginsWith(units, from, wrapper)) return undefined;
    start = Math.min(start, wrapper.start);
    if (isShared) end = Math.max(end, wrapper.end);
  }
  for (const wrapper of [...last.wrappers].reverse()) {
    if (first.wrappers.some((other) => isSame(other, wrapper))) continue;
    if (!endsWith(units, to, wrapper)) return undefined;
    end = Math.max(end, wrapper.end);
  }
  return { start, end };
}

/**
 * Where words can be put in before or after others: outside of all marks that begin or end there.
 */
export function edgeOf({ units, from, to }: FoundWords, place: 'after' | 'before'): number {
  const isAfter = place === 'after';
  const unit = isAfter ? units[to - 1]! : units[from]!;
  const outer = unit.wrappers.find((wrapper) =>
    isAfter ? endsWith(units, to, wrapper) : beginsWith(units, from, wrapper),
  );
  if (outer) return isAfter ? outer.end : outer.start;
  return isAfter ? unit.end : unit.start;
}

const isSame = (a: Wrapper, b: Wrapper) => a.start === b.start && a.end === b.end;

const isIn = (unit: TextUnit | undefined, wrapper: Wrapper) =>
  unit?.wrappers.some((other) => isSame(other, wrapper)) === true;

const beginsWith = (units: readonly TextUnit[], at: number, wrapper: Wrapper) =>
  !isIn(units[at - 1], wrapper);
const endsWith = (units: readonly TextUnit[], at: number, wrapper: Wrapper) => !isIn(units[at], wrapper);

const holdsNoMore = (units: readonly TextUnit[], from: number, to: number, wrapper: Wrapper) =>
  beginsWith(units, from, wrapper) && endsWith(units, to, wrapper);
