import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';

/** Largest Markdown file, in UTF-16 code units. */
export const maxMarkdownLength = 256_000;
/** Block quotes, lists and directives inside each other. */
const maxDepth = 24;
/** A line that begins a block deeper than this many columns is nested too deep as well. */
const maxIndent = 160;
/** Delimiters of one paragraph; what CommonMark does with them can take the square of their number. */
const maxDelimiters = 1500;

/**
 * What must hold before a text is parsed, so that no input takes more than moments or is cut off by a limit inside
 * the parser. Counts openings only, and so may refuse a text that a parser would still take.
 */
export function guardMarkdown(source: SourceFile, start: number): Diagnostic[] {
  const { text } = source;
  if (text.length > maxMarkdownLength) {
    const span = { source, start: 0, end: 0 };
    const message = `the file has ${text.length} characters; the limit is ${maxMarkdownLength}`;
    return [diagnose('file-too-large', message, span, 'Make several documents of it')];
  }
  const state = { boxes: 0, delimiters: 0 };
  for (const match of text.slice(start).matchAll(/[^\r\n]+|\r\n|\r|\n/g)) {
    const problem = lineProblem(match[0], state);
    if (!problem) continue;
    const at = start + match.index;
    const span = { source, start: at, end: at + Math.min(match[0].length, 80) };
    return [diagnose('markdown-nesting', problem, span, 'Write it flatter')];
  }
  return [];
}

function lineProblem(line: string, state: { boxes: number; delimiters: number }): string | undefined {
  const rest = line.replace(/^[ \t>]*/, '');
  if (/^:{3,}[ \t]*[A-Za-z]/.test(rest)) state.boxes++;
  else if (/^:{3,}[ \t]*$/.test(rest)) state.boxes = Math.max(0, state.boxes - 1);
  if (state.boxes > maxDepth) return `directives are nested more than ${maxDepth} deep`;
  if (containerDepth(line) > maxDepth) {
    return `block quotes and lists are nested more than ${maxDepth} deep`;
  }
  if (rest.trim() === '') state.delimiters = 0;
  state.delimiters += countDelimiters(line);
  if (state.delimiters > maxDelimiters) {
    return `more than ${maxDelimiters} characters of markup stand in one paragraph`;
  }
  return undefined;
}

/** Containers that a line may open: its leading block quote and list markers, or its indent. */
function containerDepth(line: string): number {
  const lead = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/.exec(line)![0];
  if (/^[ \t>]*(?:(?:\*[ \t]*)+|(?:-[ \t]*)+)$/.test(line)) return lead.replace(/[^>]/g, '').length;
  const markers = lead.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
  const indent = /^[ \t]*/.exec(line)![0].replaceAll('\t', '    ').length;
  return markers + (markers > 0 && indent > maxIndent ? maxDepth : 0);
}

function countDelimiters(line: string): number {
  return line.match(/\*+|_+|`|[[\]<&]|~+/g)?.length ?? 0;
}
