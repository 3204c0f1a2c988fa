import type { SourceFile, Span } from '../../diagnostics/source.ts';
import type { Piece } from './amended-text.ts';
import { type Change, type InsertedClause, type Replacement, touched } from './change.ts';
import type { ClauseItem, ClauseSection } from './clause-items.ts';

/** A clause of the amended text: one of the original, or a new one. */
export type Entry = ClauseItem | InsertedClause;

/** True for a clause that the original has. */
export function isKept(entry: Entry): entry is ClauseItem {
  return 'clause' in entry;
}

/** The clauses of a section as they are to be. */
export function entriesOf({ items }: ClauseSection, changes: readonly Change[]): readonly Entry[] {
  const insertions = changes.filter((change) => change.kind === 'insert');
  const at = (item: ClauseItem, place: InsertedClause['place']) =>
    insertions.filter((change) => change.item === item && change.place === place);
  return items.flatMap((item): readonly Entry[] => {
    const isDeleted = changes.some((change) => change.kind === 'delete' && touched(change).includes(item));
    return [...at(item, 'before'), ...(isDeleted ? [] : [item]), ...at(item, 'after'), ...at(item, 'end')];
  });
}

/** The pieces of the amended text. Replacements do not overlap, and lie in what is kept or in what is taken out whole. */
export function compose(
  source: SourceFile,
  sections: readonly ClauseSection[],
  changes: readonly Change[],
  replacements: readonly Replacement[],
): readonly Piece[] {
  const kept = keeper(source, replacements);
  const pieces: Piece[] = [];
  let at = 0;
  for (const section of sections) {
    const entries = entriesOf(section, changes);
    if (entries.length === section.items.length && entries.every(isKept)) continue;
    const [first, last] = [section.items[0]!, section.items.at(-1)!];
    if (entries.length === 0) {
      pieces.push(...kept(at, section.start));
      at = section.end;
      continue;
    }
    pieces.push(...kept(at, first.start), ...list(entries, section, kept));
    at = last.end;
  }
  return [...pieces, ...kept(at, source.text.length)];
}

type Keep = (start: number, end: number) => readonly Piece[];

/** A stretch of the original with the replacements that lie in it. */
function keeper(source: SourceFile, replacements: readonly Replacement[]): Keep {
  const sorted = [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
  return (start, end) => {
    const pieces: Piece[] = [];
    let at = start;
    for (const replacement of sorted) {
      if (replacement.start < start || replacement.end > end) continue;
      pieces.push({ source, start: at, end: replacement.start }, ...replacement.pieces);
      at = replacement.end;
    }
    return [...pieces, { source, start: at, end }];
  };
}

/** Items with their numbers. One of several lines keeps the width of its own, by which they are indented. */
function list(entries: readonly Entry[], section: ClauseSection, kept: Keep): readonly Piece[] {
  const { separator, items } = section;
  const source = items[0]!.clause.span.source;
  return entries.flatMap((entry, i): readonly Piece[] => {
    const joint = i === 0 ? [] : jointOf(entries[i - 1]!, entry, section, kept);
    if (!isKept(entry)) return [...joint, ...itemOf(entry.text, `${i + 1}. `, separator)];
    const digits = String(i + 1);
    const isWide = digits.length !== entry.digitsEnd - entry.start && i > 0;
    const isTall = isWide && /[\r\n]/.test(source.text.slice(entry.start, entry.end));
    return isTall
      ? [...joint, ...kept(entry.start, entry.end)]
      : [...joint, digits, ...kept(entry.digitsEnd, entry.end)];
  });
}

/** What stands between two items: what stood there, where both were neighbours. */
function jointOf(
  before: Entry,
  after: Entry,
  { items, separator }: ClauseSection,
  kept: Keep,
): readonly Piece[] {
  const areNeighbours = isKept(before) && isKept(after) && items.indexOf(after) === items.indexOf(before) + 1;
  return areNeighbours ? kept(before.end, after.start) : [separator];
}

function itemOf(text: Span, marker: string, separator: string): readonly Piece[] {
  const indent = separator.replace(/^\n+/, '') + ' '.repeat(marker.length);
  return [marker, ...indented(text, indent)];
}

/** A text of several lines, each indented as far as the first. */
export function indented({ source, start, end }: Span, indent: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const { 0: gap, index } of source.text.slice(start, end).matchAll(/(?:\r\n?|\n)\s*/g)) {
    pieces.push({ source, start: at, end: start + index }, `\n${indent}`);
    at = start + index + gap.length;
  }
  return [...pieces, { source, start: at, end }];
}
