import type { Break, ComputedStyle } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeIdent, takeKeyword, takeString } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeInteger } from '../values/length.ts';
import type { AnyLonghand, Longhand } from './property.ts';
import { field, keywords } from './property.ts';

const BREAKS = [
  'auto',
  'avoid',
  'avoid-page',
  'avoid-column',
  'page',
  'column',
  'left',
  'right',
  'recto',
  'verso',
] as const satisfies readonly Break[];

/** Takes a break value; `always` is a page break. */
function takeBreak(reader: Reader): Specified<Break> | undefined {
  if (takeKeyword(reader, ['always'])) return constant('page');
  const word = takeKeyword(reader, BREAKS);
  return word === undefined ? undefined : constant(word);
}

function lines(key: 'orphans' | 'widows'): Longhand<number> {
  return field(key, { syntax: '<integer [1,∞]>', inherited: true }, 2, (reader) => {
    const value = takeInteger(reader, 1);
    return value === undefined ? undefined : constant(value);
  });
}

function takePage(reader: Reader): Specified<ComputedStyle['page']> | undefined {
  const name = takeIdent(reader);
  return name === undefined ? undefined : constant(name);
}

function takeDocxStyle(reader: Reader): Specified<string> | undefined {
  const name = takeString(reader) ?? takeKeyword(reader, ['auto']);
  return name === undefined ? undefined : constant(name);
}

function takeBookmarkLevel(reader: Reader): Specified<number> | undefined {
  if (takeKeyword(reader, ['none'])) return constant(0);
  const level = takeInteger(reader, 0);
  return level === undefined ? undefined : constant(level);
}

/** As many sheets as one prints at a time; each takes a few dozen rows. */
const MOST_FILLED = 100;

function takeFillPages(reader: Reader): Specified<number> | undefined {
  if (takeKeyword(reader, ['none'])) return constant(0);
  const pages = takeInteger(reader, 1);
  return pages === undefined || pages > MOST_FILLED ? undefined : constant(pages);
}

const BREAK_SYNTAX = `${BREAKS.join(' | ')} | always`;

/**
 * css-break-3, css-page-3, the roles of PDF and DOCX, and rows that fill pages. `page` is inherited here: CSS's used value of `auto` is
 * the parent's, which comes to the same.
 */
export const breakProperties: readonly AnyLonghand[] = [
  field('breakBefore', { syntax: BREAK_SYNTAX, traced: true }, 'auto', takeBreak),
  field('breakAfter', { syntax: BREAK_SYNTAX, traced: true }, 'auto', takeBreak),
  keywords('breakInside', ['auto', 'avoid', 'avoid-page', 'avoid-column'], { traced: true }),
  lines('orphans'),
  lines('widows'),
  field('page', { syntax: 'auto | <custom-ident>', inherited: true, traced: true }, 'auto', takePage),
  field(
    'bookmarkLevel',
    { name: '-pdf-bookmark-level', syntax: 'none | <integer [0,∞]>' },
    0,
    takeBookmarkLevel,
  ),
  field('docxStyle', { name: '-docx-style', syntax: 'auto | <string>' }, 'auto', takeDocxStyle),
  field(
    'fillPages',
    { name: '-fill-pages', syntax: `none | <integer [1,${MOST_FILLED}]>`, traced: true },
    0,
    takeFillPages,
  ),
];
