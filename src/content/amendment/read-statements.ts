import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { SectionName } from '../document.ts';
import { isAtEnd, type Scanner, skipSpace, spanFrom, take, takeQuoted, takeText, verbs } from './scanner.ts';
import type { ClauseName, ClauseRange, Statement, WordEdit } from './statement.ts';

/** Why an amendment cannot be read. */
interface Refusal {
  readonly message: string;
  readonly span: Span;
  readonly hint: string;
}

const forms: Readonly<Record<(typeof verbs)[number], string>> = {
  delete: 'Write delete 4, delete 2-4 or delete resolves 2, 5',
  replace: 'Write replace 4: the new text',
  insert: 'Write insert after 4: the new text, or insert before 4: …',
  add: 'Write add: the new text, or add to believes: …',
  in: 'Write in 4 replace "old words" with "new words", in 4 delete "…", in 4 insert after "…": "…" or in 4 delete all after "…"',
};

/**
 * Reads amendments: one a line, or several with semicolons between. Each is a verb, the clause that it is about and,
 * behind a colon or in quotation marks, words. All that cannot be read is told of at once.
 */
export function readStatements(source: SourceFile): Outcome<readonly Statement[]> {
  const scanner: Scanner = { source, at: 0 };
  const statements: Statement[] = [];
  const diagnostics: Diagnostic[] = [];
  for (passGaps(scanner); scanner.at < source.text.length; passGaps(scanner)) {
    const start = scanner.at;
    const read = readStatement(scanner);
    if ('message' in read) {
      diagnostics.push(diagnose('amendment-syntax', read.message, read.span, read.hint));
      take(scanner, /[^;\r\n]*/y);
    } else {
      const span = spanFrom(scanner, start);
      statements.push({ ...read, span });
      diagnostics.push(...misspelt(read));
    }
  }
  if (statements.length === 0 && diagnostics.length === 0) {
    const span = { source, start: 0, end: source.text.length };
    diagnostics.push(diagnose('amendment-syntax', 'there is no amendment', span, forms.delete));
  }
  return { value: statements, diagnostics };
}

const passGaps = (scanner: Scanner) => take(scanner, /[\s;]+/y);

type Body<T = Statement> = T extends Statement ? Omit<T, 'span'> : never;

function readStatement(scanner: Scanner): Body | Refusal {
  const verb = take(scanner, /[\p{L}]+/uy)?.[0].toLowerCase() ?? '';
  const start = scanner.at - verb.length;
  const known = verbs.find((each) => each === verb);
  if (!known) {
    take(scanner, verb === '' ? /\S/y : /(?:)/y);
    const meant = suggest(verb, verbs);
    const hint = meant ? forms[meant as keyof typeof forms] : `The verbs are ${verbs.join(', ')}`;
    const message = `an amendment begins with a verb, not with ${JSON.stringify(verb || scanner.source.text[start]!)}`;
    return { message, span: { source: scanner.source, start, end: scanner.at }, hint };
  }
  skipSpace(scanner);
  const read = readers[known](scanner);
  if (!read) return refusal(scanner, known);
  skipSpace(scanner);
  return isAtEnd(scanner) ? read : refusal(scanner, known);
}

/** What was met where something else was expected. */
function refusal(scanner: Scanner, verb: keyof typeof forms): Refusal {
  const { source, at } = scanner;
  const word = /^[^\s;]+/.exec(source.text.slice(at))?.[0];
  const message = word
    ? `${verb} is not followed by ${JSON.stringify(word)} here`
    : `something is missing behind ${verb}`;
  return { message, span: { source, start: at, end: at + (word?.length ?? 0) }, hint: forms[verb] };
}

const readers: Readonly<Record<keyof typeof forms, (scanner: Scanner) => Body | undefined>> = {
  delete(scanner) {
    const clauses: ClauseRange[] = [];
    do {
      const range = readRange(scanner, clauses.at(-1)?.first.section);
      if (!range) return undefined;
      clauses.push(range);
    } while (take(scanner, /\s*(?:,\s*(?:and\s+)?|and\s+)/iy));
    return { kind: 'delete', clauses };
  },
  replace(scanner) {
    const clause = readClause(scanner);
    const text = clause && readTextBehindColon(scanner);
    return text && { kind: 'replace', clause, text };
  },
  insert(scanner) {
    const place = readPlace(scanner);
    const clause = place && readClause(scanner);
    const text = clause && readTextBehindColon(scanner);
    return text && { kind: 'insert', place: place!, clause: clause!, text };
  },
  add(scanner) {
    const named = take(scanner, /to\s+(notes|believes|resolves|rationale)\b/iy)?.[1];
    const text = readTextBehindColon(scanner);
    return text && { kind: 'add', section: sectionNamed(named) ?? 'resolves', text };
  },
  in(scanner) {
    const clause = readClause(scanner);
    const edit = clause && readEdit(scanner);
    return edit && { kind: 'words', clause: clause!, edit };
  },
};

function readEdit(scanner: Scanner): WordEdit | undefined {
  const verb = take(scanner, /(?:,\s*)?(replace|delete|insert)\s*/iy)?.[1]?.toLowerCase();
  if (verb === 'insert') {
    const place = readPlace(scanner);
    const words = place && readWords(scanner);
    const text = words && take(scanner, /\s*:?\s*/y) && readWords(scanner);
    return text && { kind: 'insert', place: place!, words: words!, text };
  }
  const rest = take(scanner, /(?:all\s+)?after\s*/iy);
  const words = verb && readWords(scanner);
  if (!words) return undefined;
  const joint = verb === 'replace' ? /\s*with\s*/iy : /\s*and\s+insert\s*/iy;
  const text = take(scanner, joint) && readWords(scanner);
  if (rest) return text === undefined && verb === 'replace' ? undefined : { kind: 'rest', words, text };
  if (verb === 'delete' && !text) return { kind: 'delete', words };
  return text && { kind: 'replace', words, text };
}

function readPlace(scanner: Scanner): 'after' | 'before' | undefined {
  const place = take(scanner, /(after|before)\s*/iy)?.[1]?.toLowerCase();
  return place === 'after' || place === 'before' ? place : undefined;
}

function readWords(scanner: Scanner): Span | undefined {
  skipSpace(scanner);
  const { at } = scanner;
  const words = takeQuoted(scanner);
  if (words && words.source.text.slice(words.start, words.end).trim() !== '') return words;
  scanner.at = at;
  return undefined;
}

function readTextBehindColon(scanner: Scanner): Span | undefined {
  if (!take(scanner, /\s*:/y)) return undefined;
  skipSpace(scanner);
  const { at } = scanner;
  const text = takeText(scanner);
  if (text.end > text.start) return text;
  scanner.at = at;
  return undefined;
}

function readRange(scanner: Scanner, section: SectionName | undefined): ClauseRange | undefined {
  const first = readClause(scanner, section);
  if (!first) return undefined;
  if (!take(scanner, /\s*(?:[-–]\s*|to\s+)/iy)) return { first, last: undefined };
  const last = readClause(scanner, first.section);
  return last && { first, last };
}

/** `4`, `clause 4`, `resolves 4`, `resolves.4`, `#funds`. */
function readClause(scanner: Scanner, inherited?: SectionName): ClauseName | undefined {
  const { source } = scanner;
  const found = take(
    scanner,
    /(?:clauses?\s+)?(?:(notes|believes|resolves|rationale)(?:\.|\s+)\s*)?(?:(\d{1,4})\b|#([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*))/iuy,
  );
  if (!found) return undefined;
  const [whole, section, number, id] = found;
  const span = { source, start: scanner.at - whole.length, end: scanner.at };
  skipSpace(scanner);
  return { section: sectionNamed(section) ?? inherited, clause: id ?? Number(number), span };
}

const sectionNamed = (name: string | undefined) => name?.toLowerCase() as SectionName | undefined;

/** What looks like another amendment inside a text, but for a slip in its verb. */
function misspelt(statement: Body): readonly Diagnostic[] {
  if (!('text' in statement)) return [];
  const { source, start, end } = statement.text;
  const text = source.text.slice(start, end);
  return [...text.matchAll(/(?<!\\);\s*(\p{L}+)\s+(?:(?:after|before|to)\s+)?(?:#|\d|clause\b)/giu)].flatMap(
    (found) => {
      const word = found[1]!;
      const meant = suggest(word.toLowerCase(), verbs);
      if (meant === undefined) return [];
      const at = start + found.index + found[0].indexOf(word);
      const message = `${JSON.stringify(word)} is no verb, and stands in the text of the amendment before it`;
      const hint = `Write ${meant}; or \\; in place of ; where the text goes on`;
      return [diagnose('amendment-syntax', message, { source, start: at, end: at + word.length }, hint)];
    },
  );
}
