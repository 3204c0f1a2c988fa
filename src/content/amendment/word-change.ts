import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import { isWrittenApart } from '../../unicode/words.ts';
import type { Piece } from './amended-text.ts';
import type { Replacement, WordChange } from './change.ts';
import type { ClauseItem } from './clause-items.ts';
import type { TextUnit } from './clause-text.ts';
import { edgeOf, type FoundWords, findWords, rangeOf } from './find-words.ts';
import type { WordEdit } from './statement.ts';

/** Finds the words of an edit in a clause, and what to do there; undefined, with a finding, where that cannot be. */
export function wordChange(
  edit: WordEdit,
  item: ClauseItem,
  source: SourceFile,
  span: Span,
  found: Diagnostic[],
): WordChange | undefined {
  const words = findWords(edit.words, item, source, found);
  if (!words) return undefined;
  const text = 'text' in edit && edit.text ? trimmed(edit.text) : undefined;
  const replacement = replacementOf(edit, text, words, item, source);
  if (typeof replacement === 'string') {
    const hint = 'Quote more or less of them, or replace the whole clause';
    found.push(diagnose('amendment-words', replacement, edit.words, hint));
    return undefined;
  }
  const named = rangeOf(words, false) ?? {
    start: words.units[words.from]!.start,
    end: words.units[words.to - 1]!.end,
  };
  const kind = edit.kind === 'insert' ? (`insert-${edit.place}` as const) : edit.kind;
  return { kind: 'words', item, edit: kind, words: { source, ...named }, text, replacement, span };
}

const cut = 'the words begin or end inside of emphasis, a link or the like, which would be cut in two';

/** A text says why there is none. */
function replacementOf(
  edit: WordEdit,
  text: Span | undefined,
  words: FoundWords,
  item: ClauseItem,
  source: SourceFile,
): Replacement | string {
  switch (edit.kind) {
    case 'replace': {
      const range = rangeOf(words, false);
      return range ? { ...range, pieces: [text!] } : cut;
    }
    case 'delete': {
      const range = rangeOf(words, true);
      if (!range) return cut;
      return { ...withoutSpace(range, item, source.text), pieces: [] };
    }
    case 'insert': {
      const at = edgeOf(words, edit.place);
      const [before, after] =
        edit.place === 'after'
          ? [words.units[words.to - 1], words.units[words.to]]
          : [words.units[words.from - 1], words.units[words.from]];
      return { start: at, end: at, pieces: spaced(before, text!, after) };
    }
    case 'rest':
      return restOf(text, words, item);
  }
}

/** All behind the words, up to the full stop of the clause where the new text brings none. */
function restOf(text: Span | undefined, words: FoundWords, item: ClauseItem): Replacement | string {
  const { units, to } = words;
  const last = units.findLast(({ character }) => character.trim() !== '')!;
  const start = edgeOf(words, 'after');
  const wrapped = units[to - 1]!.wrappers.some((wrapper) => wrapper.end > start);
  if (wrapped) return cut;
  const keeps = stops.test(last.character) && last.end === item.end && !(text && stops.test(lastOf(text)));
  const end = keeps ? last.start : item.end;
  if (end <= start) return 'nothing stands behind these words';
  return { start, end, pieces: text ? spaced(units[to - 1], text, keeps ? last : undefined) : [] };
}

const stops = /[.。．!?！？؟۔।]$/u;

function lastOf({ source, end }: Span): string {
  return source.text.slice(0, end).trimEnd().at(-1) ?? '';
}

/** A text with a space to its neighbours, where the language puts one. */
function spaced(before: TextUnit | undefined, text: Span, after: TextUnit | undefined): readonly Piece[] {
  const words = text.source.text.slice(text.start, text.end);
  const pieces: Piece[] = [text];
  if (needsSpace(before?.character, words[0])) pieces.unshift(' ');
  if (needsSpace(words.at(-1), after?.character)) pieces.push(' ');
  return pieces;
}

function needsSpace(before: string | undefined, after: string | undefined): boolean {
  if (!before || !after || /[\s([{“‘«„¿¡]/u.test(before) || /[\s)\]}”’»,.;:!?،؛؟۔…]/u.test(after))
    return false;
  return [before, after].every(
    (each) => isWrittenApart(each.codePointAt(0)!) && !/[\u3000-\u303f\uff00-\uffef]/.test(each),
  );
}

/** What is taken out takes one of the spaces around it along, or that before a comma or at the end. */
function withoutSpace(
  { start, end }: Pick<Replacement, 'start' | 'end'>,
  { textStart, end: last }: ClauseItem,
  text: string,
): Pick<Replacement, 'start' | 'end'> {
  const before = /\s*$/.exec(text.slice(textStart, start))![0].length;
  const after = /^[^\S\r\n]*/.exec(text.slice(end, last))![0].length;
  const isFirst = start - before === textStart;
  if (after > 0 && (isFirst || before > 0)) return { start, end: end + after };
  return before > 0 && /^(?:$|[)\]}”’»,.;:!?،؛؟۔])/u.test(text.slice(end, last))
    ? { start: start - before, end }
    : { start, end };
}

function trimmed({ source, start, end }: Span): Span {
  const text = source.text.slice(start, end);
  return { source, start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
}
