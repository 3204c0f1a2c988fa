import Handlebars from 'handlebars';
import { checkText } from '../diagnostics/check-text.ts';
import { type Diagnostic, diagnose, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import type { Location, Program } from './ast.ts';
import { maximumBlockDepth, maximumTemplateLength } from './limits.ts';

/** A template or partial that was parsed. */
export interface Template {
  readonly source: SourceFile;
  readonly program: Program;
  /** Offset of each line's first character. */
  readonly lineStarts: readonly number[];
}

/** Parses a template, its characters checked; the value is undefined where it cannot be used. */
export function parseTemplate(source: SourceFile): Outcome<Template | undefined> {
  const characters = checkText(source);
  if (hasErrors(characters)) return { value: undefined, diagnostics: characters };
  const parsed = precheck(source) ?? parse(source);
  if ('code' in parsed) return { value: undefined, diagnostics: [...characters, parsed] };
  return { value: parsed, diagnostics: characters };
}

/** The span of a node in the template's text. */
export function spanOf(template: Pick<Template, 'source' | 'lineStarts'>, loc: Location): Span {
  const offset = (at: Location['start']) =>
    Math.min((template.lineStarts[at.line - 1] ?? 0) + at.column, template.source.text.length);
  return { source: template.source, start: offset(loc.start), end: offset(loc.end) };
}

function precheck(source: SourceFile): Diagnostic | undefined {
  if (source.text.length > maximumTemplateLength) {
    const span = { source, start: 0, end: 0 };
    return diagnose(
      'template-limit',
      `a template may have ${maximumTemplateLength} characters, this one has ${source.text.length}`,
      span,
    );
  }
  return tooDeep(source);
}

// Counted before parsing: the library walks nested blocks and expressions by recursion.
function tooDeep(source: SourceFile): Diagnostic | undefined {
  const blocks = deeper(source, /\{\{~?(?:[#^]|(\/))|\{\{~?\s*else\s+\w/g, 'blocks');
  if (blocks) return blocks;
  for (const { 0: mustache, index } of source.text.matchAll(/\{\{(?:(?!\}\}|\{\{).)*/gs)) {
    const found = deeper(source, /\(|(\))/g, 'expressions', index, index + mustache.length);
    if (found) return found;
  }
  return undefined;
}

/** The place where `brackets` (its group closes) go deeper than the limit. */
function deeper(
  source: SourceFile,
  brackets: RegExp,
  what: string,
  start = 0,
  end = source.text.length,
): Diagnostic | undefined {
  let depth = 0;
  for (const match of source.text.slice(start, end).matchAll(brackets)) {
    depth = match[1] === undefined ? depth + 1 : Math.max(0, depth - 1);
    if (depth <= maximumBlockDepth) continue;
    const at = start + match.index;
    const span = { source, start: at, end: at + match[0].length };
    return diagnose('template-limit', `${what} are nested deeper than ${maximumBlockDepth}`, span);
  }
  return undefined;
}

function parse(source: SourceFile): Template | Diagnostic {
  const lineStarts = [0, ...[...source.text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)];
  try {
    return { source, program: Handlebars.parse(source.text) as unknown as Program, lineStarts };
  } catch (thrown) {
    const { message, loc } = explain(thrown);
    return diagnose('template-syntax', message, spanOf({ source, lineStarts }, loc));
  }
}

interface LexerPlace {
  readonly first_line: number;
  readonly first_column: number;
  readonly last_line: number;
  readonly last_column: number;
}

// A grammar error carries its place only as a drawing; the lexer still stands at the token that was not expected.
function explain(thrown: unknown): { message: string; loc: Location } {
  const error = thrown as Error & {
    lineNumber?: number;
    column?: number;
    endLineNumber?: number;
    endColumn?: number;
  };
  if (error.lineNumber !== undefined) {
    const start = { line: error.lineNumber, column: error.column ?? 0 };
    const end = { line: error.endLineNumber ?? start.line, column: error.endColumn ?? start.column };
    return {
      message: `the template does not parse: ${error.message.replace(/ - \d+:\d+$/, '')}`,
      loc: { start, end },
    };
  }
  const parser = (Handlebars as unknown as { Parser?: { lexer?: { yylloc?: LexerPlace } } }).Parser;
  const at = parser?.lexer?.yylloc ?? { first_line: 1, first_column: 0, last_line: 1, last_column: 0 };
  const start = { line: at.first_line, column: at.first_column };
  const end = { line: at.last_line, column: at.last_column };
  return { message: `the template does not parse: ${grammarMessage(error.message)}`, loc: { start, end } };
}

const tokenNames: Readonly<Record<string, string>> = {
  EOF: 'the end of the file',
  INVALID: 'a character that cannot stand here',
  CLOSE: '`}}`',
  OPEN_ENDBLOCK: 'the end of a block',
  INVERSE: '`{{else}}`',
};

function grammarMessage(message: string): string {
  const got = /got '([A-Z_]+)'/.exec(message)?.[1];
  return got ? `${tokenNames[got] ?? got} was not expected` : (message.split('\n')[0] ?? message);
}
