import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';

/** UTF-16 units of the longest YAML that is read. */
const maxLength = 512_000;

/** Deepest nesting on one line, and of brackets; the parser calls itself once for each. */
const maxDepth = 32;

/**
 * What would exhaust the parser, found before it runs: too long, or nested too deep by brackets, by several `- `
 * on a line, or by indentation. Brackets inside quotes count too: no real text opens 32 without closing them.
 */
export function yamlGuard(text: string, spanOf: (from: number, to: number) => Span): Diagnostic | undefined {
  if (text.length > maxLength) return diagnose('yaml-syntax', 'the YAML is too long', spanOf(0, 0));
  const at = tooDeep(text);
  if (at === undefined) return undefined;
  return diagnose('yaml-syntax', `YAML nested deeper than ${maxDepth} levels`, spanOf(at, at + 1));
}

function tooDeep(text: string): number | undefined {
  let brackets = 0;
  const indents: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (at === 0 || isLineEnd(text[at - 1]!)) {
      const { indent, marks } = lineStart(text, at);
      if (indent !== undefined) pushIndent(indents, indent);
      if (marks + indents.length > maxDepth) return at;
    }
    if (character === '[' || character === '{') brackets++;
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    if (brackets > maxDepth) return at;
  }
  return undefined;
}

const isLineEnd = (character: string) => character === '\n' || character === '\r';

/** A line's indentation, undefined for a blank line, and how many levels its leading `- `, `? ` and `: ` open. */
function lineStart(text: string, from: number): { indent: number | undefined; marks: number } {
  let at = from;
  while (text[at] === ' ') at++;
  const indent = at - from;
  if (at >= text.length || isLineEnd(text[at]!)) return { indent: undefined, marks: 0 };
  let marks = 0;
  while (marks <= maxDepth && '-?:'.includes(text[at] ?? 'x') && ' \t'.includes(text[at + 1] ?? 'x')) {
    marks++;
    at++;
    while (text[at] === ' ' || text[at] === '\t') at++;
  }
  return { indent, marks };
}

/** Keeps the indents that are open at a line. */
function pushIndent(indents: number[], indent: number): void {
  while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
  indents.push(indent);
}
