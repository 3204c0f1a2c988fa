import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import { backtickCost } from './backtick-cost.ts';

/** Largest Markdown file, in UTF-16 code units. */
const maxMarkdownLength = 128_000;
/** Block quotes, lists and directives inside each other. */
const maxDepth = 24;
/** A line that begins a block deeper than this many columns is nested too deep as well. */
const maxIndent = 160;
/** Delimiters of one paragraph, and of all: what CommonMark does with them can take the square of their number. */
const maxDelimiters = 1000;
const maxAllDelimiters = 20_000;
/** Containers inside others, over the whole text: the parser goes over all before them when it closes one. */
const maxInner = 1000;
/** Footnotes: the parser goes over all that came before at each. */
const maxNotes = 1000;
/** Lines that begin with the mark of a block quote or list item. */
const maxMarked = 4000;
/** Characters that may be looked at in vain for the ends of code spans. */
const maxBacktickCost = 500_000;

/** What was counted so far. */
interface Counts {
  boxes: number;
  delimiters: number;
  allDelimiters: number;
  inner: number;
  marked: number;
  notes: number;
  indent: number;
}

/**
 * What must hold before a text is parsed, so that no input takes more than moments or is cut off by a limit inside
 * the parser. Counts openings only, and so may refuse a text that a parser would still take.
 */
export function guardMarkdown(source: SourceFile, start: number): Diagnostic[] {
  const { text } = source;
  const refuse = (at: number, length: number, message: string) => {
    const span = { source, start: at, end: at + Math.min(length, 80) };
    return [diagnose('markdown-nesting', message, span, 'Write it flatter, or make several documents of it')];
  };
  if (text.length > maxMarkdownLength) {
    const message = `the file has ${text.length} characters; the limit is ${maxMarkdownLength}`;
    const span = { source, start: 0, end: 0 };
    return [diagnose('file-too-large', message, span, 'Make several documents of it')];
  }
  const counts: Counts = {
    boxes: 0,
    delimiters: 0,
    allDelimiters: 0,
    inner: 0,
    marked: 0,
    notes: 0,
    indent: 0,
  };
  for (const match of text.slice(start).matchAll(/[^\r\n]+/g)) {
    const problem = lineProblem(match[0], counts, isAfterBlank(text, start + match.index));
    if (problem) return refuse(start + match.index, match[0].length, problem);
  }
  let cost = 0;
  for (const match of text.slice(start).matchAll(/(?:[^\r\n]+(?:\r\n|\r|\n)?)+/g)) {
    cost += backtickCost(match[0]);
    if (cost > maxBacktickCost) return refuse(start + match.index, match[0].length, 'too many ` have no end');
  }
  return [];
}

function isAfterBlank(text: string, at: number): boolean {
  return /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, at - 80), at));
}

function lineProblem(line: string, counts: Counts, isFirst: boolean): string | undefined {
  const rest = line.replace(/^[ \t>]*/, '');
  if (/^:{3,}[ \t]*[A-Za-z]/.test(rest)) counts.boxes++;
  else if (/^:{3,}[ \t]*$/.test(rest)) counts.boxes = Math.max(0, counts.boxes - 1);
  if (counts.boxes > maxDepth) return `directives are nested more than ${maxDepth} deep`;
  const { markers, indent } = containers(line);
  if (markers > maxDepth || (markers > 0 && indent > maxIndent)) {
    return `block quotes and lists are nested more than ${maxDepth} deep`;
  }
  if (markers > 0) {
    counts.inner += markers - 1 + (indent > counts.indent ? 1 : 0);
    counts.indent = indent;
    counts.marked++;
  }
  if (counts.marked > maxMarked)
    return `more than ${maxMarked} lines begin with the mark of a list or block quote`;
  if (/^\[\^/.test(rest)) counts.notes++;
  if (counts.notes > maxNotes) return `more than ${maxNotes} footnotes stand in one file`;
  if (counts.inner > maxInner) return `more than ${maxInner} lists and block quotes stand inside others`;
  if (isFirst || rest.trim() === '') counts.delimiters = 0;
  const delimiters = countDelimiters(line);
  counts.delimiters += delimiters;
  counts.allDelimiters += delimiters;
  if (counts.delimiters > maxDelimiters) {
    return `more than ${maxDelimiters} characters of markup stand in one paragraph`;
  }
  if (counts.allDelimiters > maxAllDelimiters) {
    return `more than ${maxAllDelimiters} characters of markup stand in one file`;
  }
  return undefined;
}

/** The block quote and list markers that a line begins with, and the columns before the first. */
function containers(line: string): { markers: number; indent: number } {
  const indent = /^[ \t]*/.exec(line)![0].replaceAll('\t', '    ').length;
  const lead = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/.exec(line)![0];
  const isBreak = /^[ \t>]*(?:(?:\*[ \t]*)+|(?:-[ \t]*)+)$/.test(line);
  const markers = lead.match(isBreak ? />/g : />|[-+*]|\d+[.)]/g)?.length ?? 0;
  return { markers, indent };
}

function countDelimiters(line: string): number {
  return line.match(/\*+|_+|`+|[[\]{<&]|~+/g)?.length ?? 0;
}
