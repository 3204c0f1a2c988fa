import type { Diagnostic } from './diagnostic.ts';
import { type ResolvedDiagnostic, resolveDiagnostic } from './resolve.ts';

/** How diagnostics are written for a person. */
export interface TextOptions {
  readonly colour: boolean;
  /** Show the line of the source, with a mark under the place. */
  readonly excerpt: boolean;
}

/** Columns of an excerpt that are shown. */
const excerptWidth = 100;

/** `file:line:col: error code: message`, an excerpt and a hint each, by file, line and column; ends in a line end. */
export function renderText(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  return sorted(diagnostics.map(resolveDiagnostic))
    .map((diagnostic) => renderOne(diagnostic, options))
    .join('');
}

function sorted(diagnostics: readonly ResolvedDiagnostic[]): readonly ResolvedDiagnostic[] {
  const compare = (a: ResolvedDiagnostic, b: ResolvedDiagnostic): number => {
    const [fileA, fileB] = [a.file ?? '', b.file ?? ''];
    if (fileA !== fileB) return fileA < fileB ? -1 : 1;
    return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  };
  return [...diagnostics].sort(compare);
}

function renderOne(diagnostic: ResolvedDiagnostic, options: TextOptions): string {
  const paint = painter(options.colour);
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const place = file === undefined ? '' : `${file}:${line}:${column}: `;
  const lines = [`${paint('bold', place)}${paint(severity, `${severity} ${code}`)}: ${visible(message)}`];
  if (options.excerpt && file !== undefined) lines.push(...excerptLines(diagnostic, paint));
  if (hint) lines.push(`  ${paint('hint', 'hint:')} ${visible(hint)}`);
  return `${lines.join('\n')}\n`;
}

type Paint = (style: 'bold' | 'error' | 'warning' | 'hint', text: string) => string;

function painter(colour: boolean): Paint {
  const codes = { bold: '1', error: '1;31', warning: '1;33', hint: '36' };
  return (style, text) => (colour && text ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}

function excerptLines(diagnostic: ResolvedDiagnostic, paint: Paint): readonly string[] {
  const { excerpt = '', line, column = 1, endLine, endColumn } = diagnostic;
  if (excerpt.trim() === '') return [];
  const from = Math.max(0, Math.min(column - 1 - excerptWidth / 2, excerpt.length - excerptWidth));
  const shown = visible(excerpt.slice(from, from + excerptWidth));
  const end = endLine === line ? (endColumn ?? column) : excerpt.length + 1;
  const length = Math.max(1, Math.min(end, from + excerptWidth + 1) - column);
  const number = String(line);
  const before = columnsOf(excerpt.slice(from, column - 1));
  const marks = '^'.repeat(Math.max(1, columnsOf(excerpt.slice(column - 1, column - 1 + length))));
  return [
    `  ${number} | ${shown}`,
    `  ${' '.repeat(number.length)} | ${' '.repeat(before)}${paint(diagnostic.severity, marks)}`,
  ];
}

/** Columns that a terminal gives a text: wide characters take two, marks none. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of visible(text)) {
    if (/\p{M}/u.test(character)) continue;
    columns +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}

/** Control characters would act on the terminal, bidi controls would reorder the line: both are shown as U+FFFD; tabs as a space. */
function visible(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd');
}
