import type { ComputedStyle } from '../style/computed-style.ts';
import { mayRunRightToLeft } from '../unicode/bidi/bidi-class.ts';
import { embeddingLevels } from '../unicode/bidi/embedding-levels.ts';
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
 * UAX #9. Each forced break ends a bidi paragraph, unless an isolate or embedding is open across it:
 * then the break counts as white space, so that what is open stays open on the next line.
 */
export function bidiLevels(text: ParagraphText, style: ComputedStyle): Levels {
  const plaintext = style.unicodeBidi === 'plaintext';
  const content = text.text;
  const base = style.direction === 'rtl' ? 1 : 0;
  if (base === 0 && !(beyond.test(content) && mayRunRightToLeft(content))) {
    return { levels: new Uint8Array(content.length), baseAt: () => 0 };
  }
  const prepared = text.controlled ? keepOpen(text) : content;
  const { levels, paragraphs } = embeddingLevels(prepared, plaintext ? 'auto' : base);
  levelEdges(text, levels);
  return {
    levels,
    baseAt: (offset) =>
      plaintext ? (paragraphs.findLast(({ start }) => start <= offset)?.level ?? base) : base,
  };
}

/** Replaces forced breaks inside an open control by U+2028, which is white space to UAX #9. */
function keepOpen(text: ParagraphText): string {
  let depth = 0;
  let result = '';
  for (const segment of text.segments) {
    const content = text.text.slice(segment.start, segment.end);
    if (segment.kind === 'control') depth += segment.side === 'start' ? 1 : -1;
    result += depth > 0 ? content.replaceAll('\n', '\u2028') : content;
  }
  return result;
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
