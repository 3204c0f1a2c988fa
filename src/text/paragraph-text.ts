import type { EdgeItem, InlineItem, Paragraph, TextItem } from './paragraph.ts';

/** A part of a paragraph's text that one item, or a control between items, stands for. */
export interface Segment {
  readonly kind: 'text' | 'atom' | 'edge' | 'control';
  /** Index of the item; -1 for a control. */
  readonly item: number;
  /** UTF-16, in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** For edges and controls: which side of its content it stands on; undefined for an anchor. */
  readonly side: 'start' | 'end' | undefined;
}

/**
 * A paragraph as one string: texts as they are, an atom as U+FFFC, an edge as one character that takes part in bidi
 * as its box does, and the controls that isolate or embed (css-writing-modes-4 §2.4.2).
 */
export interface ParagraphText {
  readonly items: readonly InlineItem[];
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Index of the segment of each code unit. */
  readonly segmentAt: Uint32Array;
  /** True when a control stands in it: bidi cannot be skipped. */
  readonly controlled: boolean;
}

const atom = '\ufffc';
const invisible = '\u2060';
const popIsolate = '\u2069';
const popEmbedding = '\u202c';
const overrides = { ltr: '\u202d', rtl: '\u202e' } as const;
const isolates = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const;

const isEmbedded = (edge: EdgeItem): boolean => edge.isolate !== undefined || edge.override !== undefined;

/** Joins a paragraph's items. */
export function joinItems(paragraph: Paragraph): ParagraphText {
  const { items } = paragraph;
  const segments: Segment[] = [];
  const open: EdgeItem[] = [];
  let text = '';
  let controlled = false;
  const add = (kind: Segment['kind'], item: number, content: string, side?: 'start' | 'end') => {
    if (content === '') return;
    segments.push({ kind, item, start: text.length, end: text.length + content.length, side });
    text += content;
    controlled ||= kind === 'control';
  };
  items.forEach((item, i) => {
    if (item.kind === 'atom') add('atom', i, atom);
    else if (item.kind === 'anchor') add('edge', i, invisible);
    else if (item.kind === 'edge' && item.side === 'start') {
      if (item.isolate) add('control', -1, isolates[item.isolate], 'start');
      if (item.override) add('control', -1, overrides[item.override], 'start');
      open.push(item);
      add('edge', i, isEmbedded(item) ? atom : invisible, 'start');
    } else if (item.kind === 'edge') {
      const start = open.pop();
      add('edge', i, start && isEmbedded(start) ? atom : invisible, 'end');
      if (start?.override) add('control', -1, popEmbedding, 'end');
      if (start?.isolate) add('control', -1, popIsolate, 'end');
    } else {
      const isTold = open.some(isEmbedded) || item.style === paragraph.style;
      const [before, after] = isTold ? ['', ''] : controls(item);
      add('control', -1, before, 'start');
      add('text', i, item.text);
      add('control', -1, after, 'end');
    }
  });
  const segmentAt = new Uint32Array(text.length);
  for (const [i, segment] of segments.entries()) segmentAt.fill(i, segment.start, segment.end);
  return { items, text, segments, segmentAt, controlled };
}

/** The text item a segment stands for. */
export function textItemOf(text: ParagraphText, segment: Segment): TextItem {
  return text.items[segment.item] as TextItem;
}

/** Whether an offset is an edge's or a control's. */
export function isTransparent(text: ParagraphText, offset: number): boolean {
  const { kind } = text.segments[text.segmentAt[offset]!]!;
  return kind === 'edge' || kind === 'control';
}

/** What `unicode-bidi` puts around a text whose box has no edge of its own that does. */
function controls(item: TextItem): readonly [string, string] {
  const { unicodeBidi, direction } = item.style;
  switch (unicodeBidi) {
    case 'normal':
      return ['', ''];
    case 'embed':
      return [direction === 'rtl' ? '\u202b' : '\u202a', popEmbedding];
    case 'bidi-override':
      return [overrides[direction], popEmbedding];
    case 'isolate':
      return [isolates[direction], popIsolate];
    case 'isolate-override':
      return [isolates.auto + overrides[direction], popEmbedding + popIsolate];
    case 'plaintext':
      return [isolates.auto, popIsolate];
  }
}
