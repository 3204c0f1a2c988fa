import type { MarkupElement } from '../../content/markup.ts';
import { formatCounter } from '../counter-style.ts';
import type { ContentItem, GeneratedValues } from '../properties/generated-values.ts';
import type { Counters } from './counters.ts';
import { quoteMark } from './quotes.ts';

/** What generated text depends on besides its element. */
export interface ContentState {
  readonly counters: Counters;
  /** Open quotations around this point. */
  quoteDepth: number;
}

/** The element that content is generated for. */
export interface ContentSubject {
  readonly element: MarkupElement;
  readonly quotes: GeneratedValues['quotes'];
  readonly language: string;
  /** The texts of the element's own generated boxes, for `content(before)` and `content(marker)`. */
  readonly before: string;
  readonly marker: string;
}

/** The text of a content list (css-content-3 §2). Opens and closes quotations as it goes. */
export function contentText(
  items: readonly ContentItem[],
  subject: ContentSubject,
  state: ContentState,
): string {
  return items.map((item) => itemText(item, subject, state)).join('');
}

function itemText(item: ContentItem, subject: ContentSubject, state: ContentState): string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'attribute': {
      const { attributes } = subject.element;
      return Object.hasOwn(attributes, item.name) ? attributes[item.name]! : item.fallback;
    }
    case 'counter':
      return formatCounter(state.counters.value(item.name), item.counterStyle);
    case 'counters':
      return state.counters
        .values(item.name)
        .map((value) => formatCounter(value, item.counterStyle))
        .join(item.separator);
    case 'quote':
      return quoteText(item, subject, state);
    case 'content':
      return partText(item.part, subject);
    case 'string':
      return '';
  }
}

function quoteText(
  item: Extract<ContentItem, { kind: 'quote' }>,
  subject: ContentSubject,
  state: ContentState,
): string {
  if (!item.open) {
    // A closing mark without an opening one is not drawn (css-content-3 §3.2).
    if (state.quoteDepth === 0) return '';
    state.quoteDepth--;
  }
  const depth = state.quoteDepth;
  if (item.open) state.quoteDepth++;
  return item.visible ? quoteMark(subject.quotes, subject.language, depth, item.open) : '';
}

function partText(part: Extract<ContentItem, { kind: 'content' }>['part'], subject: ContentSubject): string {
  if (part === 'before') return subject.before;
  if (part === 'marker') return subject.marker;
  const text = textOf(subject.element)
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
  return part === 'first-letter' ? (firstLetter(text) ?? '') : text;
}

/** The text inside an element, as written. */
export function textOf(element: MarkupElement): string {
  return element.children.map((child) => (child.type === 'text' ? child.text : textOf(child))).join('');
}

/** With the punctuation before and after it (css-pseudo-4 §2.3). */
function firstLetter(text: string): string | undefined {
  return /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}]*[^\s]\p{M}*[\p{Pe}\p{Pf}\p{Po}]*/u.exec(text)?.[0];
}
