import type { Span } from './source.ts';
import { placeOf } from './source.ts';
import { cellsIn, cellsOf, isRightToLeft, showControls } from './terminal-text.ts';

/** A line of source and, beneath it, the mark of what is meant; both safe to print, in equal columns. */
export interface Excerpt {
  readonly line: string;
  readonly mark: string;
}

/** Cells that an excerpt takes at most, and those kept before what is marked. */
const maxCells = 100;
const lead = 40;

/**
 * The first line of a span. In a line that terminals may reorder, columns say nothing: there the mark quotes what
 * is meant. Undefined for a span of a whole text, which points at nothing.
 */
export function excerptOf(span: Span): Excerpt | undefined {
  const text = span.source.text;
  if (text === '' || (span.start === 0 && span.end === text.length && /[\r\n]./.test(text))) return undefined;
  const { column } = placeOf(span.source, span.start);
  const lineStart = Math.min(span.start, text.length) - column + 1;
  const line = (/^[^\r\n]*/.exec(text.slice(lineStart)) as RegExpExecArray)[0];
  if (line.trim() === '') return undefined;
  const from = column - 1;
  const to = Math.min(line.length, Math.max(from, span.end - lineStart));
  const shown = showControls(line);
  if (isRightToLeft(line)) return quoting(shown, from, to);
  const cut = cutAround(shown, from);
  return { line: cut.before + cut.marked, mark: markUnder(cut.before, shown.slice(from, to)) };
}

/** The line in two parts, before and from the mark on, at most `maxCells` wide. */
function cutAround(line: string, from: number): { before: string; marked: string } {
  let before = line.slice(0, from);
  let marked = line.slice(from);
  if (cellsIn(line) > maxCells) {
    if (cellsIn(before) > lead)
      before = `…${fitting([...before].reverse(), lead)
        .reverse()
        .join('')}`;
    const room = maxCells - cellsIn(before);
    if (cellsIn(marked) > room) marked = `${fitting([...marked], room - 1).join('')}…`;
  }
  return { before, marked };
}

function fitting(characters: readonly string[], cells: number): string[] {
  let left = cells;
  const end = characters.findIndex((character) => {
    left -= cellsOf(character.codePointAt(0)!);
    return left < 0;
  });
  return end < 0 ? [...characters] : characters.slice(0, end);
}

/** Spaces as wide as what stands before, its tabs kept, then carets. */
function markUnder(before: string, marked: string): string {
  let pad = '';
  for (const character of before) {
    pad += character === '\t' ? '\t' : ' '.repeat(cellsOf(character.codePointAt(0)!));
  }
  const room = maxCells - cellsIn(before);
  return pad + '^'.repeat(Math.max(1, Math.min(room, cellsIn(marked))));
}

function quoting(line: string, from: number, to: number): Excerpt {
  const characters = [...line.slice(from, Math.max(to, from + 1))];
  const quoted = fitting(characters, lead).join('');
  const mark = to > from ? `at "${quoted}${characters.length > lead ? '…' : ''}"` : `before "${quoted}"`;
  const { before, marked } = cutAround(line, from);
  return { line: before + marked, mark };
}
