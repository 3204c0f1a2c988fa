import type { SourceFile, Span } from '../../diagnostics/source.ts';

/** A place in the text of the amendments. Patterns are sticky regular expressions, tried where it stands. */
export interface Scanner {
  readonly source: SourceFile;
  at: number;
}

/** The verbs that an amendment may begin with. */
export const verbs = ['delete', 'replace', 'insert', 'add', 'in'] as const;

const section = String.raw`(?:notes|believes|resolves|rationale)\b`;
const clause = String.raw`(?:clauses?\s+)?(?:${section}[.\s]\s*)?(?:\d|#)`;

/** What an amendment begins with, up to where its clause is named: nothing else behind a semicolon ends a text. */
const opening = new RegExp(
  String.raw`(?:delete\s+${clause}|replace\s+${clause}|insert\s+(?:after|before)\s+${clause}|add\s*(?::|to\s+${section})|in\s+${clause}[^;:\"\r\n]{0,40}?\s*(?:replace|delete|insert)\b)`,
  'iy',
);

/** Passes white space within a line; a line that begins with white space goes on with the one before. */
export function skipSpace(scanner: Scanner): void {
  take(scanner, /(?:[^\S\r\n]|(?:\r\n?|\n)(?=[^\S\r\n]))+/y);
}

/** What a sticky pattern finds here; passes it. */
export function take(scanner: Scanner, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = scanner.at;
  const found = pattern.exec(scanner.source.text);
  if (!found) return undefined;
  scanner.at = pattern.lastIndex;
  return found;
}

/** True at the end of an amendment: a semicolon, the end of a line, or of the text. */
export function isAtEnd(scanner: Scanner): boolean {
  const { text } = scanner.source;
  return scanner.at >= text.length || /[;\r\n]/.test(text[scanner.at]!);
}

/** From `start` to where the scanner stands, without white space at the end. */
export function spanFrom({ source, at }: Scanner, start: number): Span {
  const length = source.text.slice(start, at).trimEnd().length;
  return { source, start, end: start + length };
}

const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '‘': '’',
  '“': '”',
  '„': '“',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
};

/** True inside of a word: `day’s`. */
function isApostrophe(text: string, at: number): boolean {
  return /['’]/.test(text[at]!) && /^\p{L}.\p{L}/u.test(text.slice(at - 1, at + 2));
}

/** What stands between quotation marks, which may hold a further pair of their kind; undefined where they do not close. */
export function takeQuoted(scanner: Scanner): Span | undefined {
  const { source, at } = scanner;
  const open = source.text[at] ?? '';
  const close = Object.hasOwn(quotes, open) ? quotes[open]! : undefined;
  if (close === undefined) return undefined;
  let depth = 0;
  for (let i = at; i < source.text.length; i++) {
    const character = source.text[i];
    if (character === close && i > at && !isApostrophe(source.text, i)) depth--;
    else if (character === open) depth++;
    if (depth > 0) continue;
    scanner.at = i + 1;
    return { source, start: at + 1, end: i };
  }
  return undefined;
}

/**
 * A text: in straight quotation marks up to where they close, else to the end of the line, or up to a semicolon that
 * an amendment begins behind. `\;` never ends it.
 */
export function takeText(scanner: Scanner): Span {
  const quoted = takeWholeQuote(scanner);
  if (quoted) return quoted;
  const { source } = scanner;
  const start = scanner.at;
  while (scanner.at < source.text.length && !endsText(scanner)) scanner.at++;
  return spanFrom(scanner, start);
}

/** Quotation marks hold a text where nothing of the amendment comes behind them. */
function takeWholeQuote(scanner: Scanner): Span | undefined {
  if (scanner.source.text[scanner.at] !== '"') return undefined;
  const { at } = scanner;
  const quoted = takeQuoted(scanner);
  skipSpace(scanner);
  if (quoted && isAtEnd(scanner)) return quoted;
  scanner.at = at;
  return undefined;
}

function endsText({ source: { text }, at }: Scanner): boolean {
  const character = text[at]!;
  if (character === ';') return text[at - 1] !== '\\' && beginsAmendment(text, at + 1);
  return (character === '\n' || character === '\r') && !/^(?:\r\n?|\n)[^\S\r\n]/.test(text.slice(at, at + 3));
}

function beginsAmendment(text: string, from: number): boolean {
  opening.lastIndex = from + (/^\s*/.exec(text.slice(from, from + 200))?.[0].length ?? 0);
  return opening.test(text);
}
