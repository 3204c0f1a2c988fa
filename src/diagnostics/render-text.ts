import type { AnyDiagnostic, ResolvedDiagnostic } from './resolve.ts';
import { sortDiagnostics } from './resolve.ts';
import { showControls } from './terminal-text.ts';

/** How diagnostics are shown. */
export interface TextOptions {
  /** With ANSI colours. */
  readonly colour: boolean;
  /** With the line of source and a mark. */
  readonly excerpt: boolean;
}

/**
 * Diagnostics for people, in order of place, each ending in a newline, with a blank line between files:
 *
 *     content/campaign.yaml:3:1: error key-unknown: unknown key "titel"
 *       titel: Free them
 *       ^^^^^
 *       hint: Did you mean "title"?
 */
export function renderText(diagnostics: readonly AnyDiagnostic[], options: TextOptions): string {
  const sorted = sortDiagnostics(diagnostics);
  const isNewFile = (index: number) => index > 0 && sorted[index]!.file !== sorted[index - 1]!.file;
  return sorted
    .map((diagnostic, index) => (isNewFile(index) ? '\n' : '') + renderOne(diagnostic, options))
    .join('');
}

/** Diagnostics as text, with their count and a note on it below. There is at least one. */
export function renderFindings(
  diagnostics: readonly AnyDiagnostic[],
  options: TextOptions,
  note = '',
): string {
  const sorted = sortDiagnostics(diagnostics);
  return `${renderText(sorted, options)}\n${countFindings(sorted)}${note}\n`;
}

/** How much was found: `3 errors and 1 warning in 2 files`; empty for nothing. */
export function countFindings(diagnostics: readonly AnyDiagnostic[]): string {
  const sorted = sortDiagnostics(diagnostics);
  const errors = sorted.filter(({ severity }) => severity === 'error').length;
  const files = new Set(sorted.flatMap(({ file }) => (file === undefined ? [] : [file]))).size;
  const counts = [counted(errors, 'error'), counted(sorted.length - errors, 'warning')].filter(Boolean);
  return [counts.join(' and '), counted(files, 'file')].filter(Boolean).join(' in ');
}

/** `1 file`, `2 files`; empty for none. */
export function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function renderOne(diagnostic: ResolvedDiagnostic, { colour, excerpt }: TextOptions): string {
  const paint = (code: number, text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const hue = severity === 'error' ? red : yellow;
  const at = line === undefined ? `${file}:` : `${file}:${line}:${column}:`;
  const place = file === undefined ? '' : `${paint(bold, showControls(at))} `;
  const lines = [`${place}${paint(hue, severity)} ${code}: ${showControls(message)}`];
  if (excerpt && diagnostic.excerpt) {
    lines.push(`  ${diagnostic.excerpt.line}`, `  ${paint(hue, diagnostic.excerpt.mark)}`);
  }
  if (hint) lines.push(`  ${paint(cyan, 'hint:')} ${showControls(hint)}`);
  return `${lines.map((text) => text.trimEnd()).join('\n')}\n`;
}

/** SGR codes (ECMA-48 §8.3.117). */
const bold = 1;
const red = 31;
const yellow = 33;
const cyan = 36;
