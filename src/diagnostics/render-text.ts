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
 * Diagnostics for people, in order of place, each ending in a newline:
 *
 *     content/campaign.yaml:3:1: error key-unknown: unknown key "titel"
 *       titel: Free them
 *       ^^^^^
 *       hint: Did you mean "title"?
 */
export function renderText(diagnostics: readonly AnyDiagnostic[], options: TextOptions): string {
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => renderOne(diagnostic, options))
    .join('');
}

function renderOne(diagnostic: ResolvedDiagnostic, { colour, excerpt }: TextOptions): string {
  const paint = (code: number, text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const hue = severity === 'error' ? red : yellow;
  const place = file === undefined ? '' : `${paint(bold, showControls(`${file}:${line}:${column}:`))} `;
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
