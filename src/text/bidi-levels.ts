import type { ComputedStyle } from '../style/computed-style.ts';
import { mayRunRightToLeft } from '../unicode/bidi/bidi-class.ts';
import {
  type BidiParagraph,
  type EmbeddingLevels,
  embeddingLevels,
} from '../unicode/bidi/embedding-levels.ts';
import type { ParagraphText } from './paragraph-text.ts';

/** Embedding levels of a paragraph's text. */
export interface Levels {
  /** By UTF-16 offset. */
  readonly levels: Uint8Array;
  /** The paragraph level at an offset (it may differ by line under `plaintext`). */
  baseAt(offset: number): number;
}

/** Text that holds none of them is told by this at once. */
const beyond = /[^\0-\u058f]/;

/**
 * UAX #9. Each forced break ends a bidi paragraph; isolates and embeddings that are open across it are closed before it and
 * opened again after it (css-writing-modes-4 §2.4.5).
 */
export function bidiLevels(text: ParagraphText, style: ComputedStyle): Levels {
  const plaintext = style.unicodeBidi === 'plaintext';
  const content = text.text;
  const base = style.direction === 'rtl' ? 1 : 0;
  if (base === 0 && !(beyond.test(content) && mayRunRightToLeft(content))) {
    return { levels: new Uint8Array(content.length), baseAt: () => 0 };
  }
  const { levels, paragraphs } = levelsOfLines(text, plaintext ? 'auto' : base);
  levelEdges(text, levels);
  return {
    levels,
    baseAt: (offset) =>
      plaintext ? (paragraphs.findLast(({ start }) => start <= offset)?.level ?? base) : base,
  };
}

function levelsOfLines(text: ParagraphText, base: 0 | 1 | 'auto'): EmbeddingLevels {
  const content = text.text;
  if (!text.controlled || !content.includes('\n')) return embeddingLevels(content, base);
  const levels = new Uint8Array(content.length);
  const paragraphs: BidiParagraph[] = [];
  const open: string[] = [];
  let segment = 0;
  for (let start = 0; start < content.length; ) {
    const found = content.indexOf('\n', start);
    const end = found < 0 ? content.length : found + 1;
    const opened = open.join('');
    const line = embeddingLevels(opened + content.slice(start, end), base);
    levels.set(line.levels.subarray(opened.length), start);
    for (const { start: from, end: to, level } of line.paragraphs) {
      const shift = start - opened.length;
      paragraphs.push({ start: Math.max(start, from + shift), end: to + shift, level });
    }
    for (; segment < text.segments.length && text.segments[segment]!.start < end; segment++) {
      const { kind, side, start: from, end: to } = text.segments[segment]!;
      if (kind !== 'control') continue;
      if (side === 'start') open.push(content.slice(from, to));
      else open.pop();
    }
    start = end;
  }
  return { levels, paragraphs };
}

/** An edge without control goes with the content it encloses: a start with what follows, an end with what precedes. */
function levelEdges(text: ParagraphText, levels: Uint8Array): void {
  const { segments } = text;
  const plain = (i: number) => segments[i]!.kind === 'edge' && text.text[segments[i]!.start] === '\u2060';
  for (let i = 0; i < segments.length; i++) {
    if (plain(i) && segments[i]!.side === 'end' && i > 0) {
      levels[segments[i]!.start] = levels[segments[i]!.start - 1]!;
    }
  }
  for (let i = segments.length - 1; i >= 0; i--) {
    const at = segments[i]!.start;
    if (plain(i) && segments[i]!.side === 'start' && at + 1 < levels.length) levels[at] = levels[at + 1]!;
  }
}
