import type { MarkupElement } from '../../content/markup.ts';
import type { Span } from '../../diagnostics/source.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Reporter } from '../cascade/reporter.ts';
import type { CounterStyles } from '../counter-styles/counter-styles.ts';
import { formatCounter, isUnknownStyle } from '../counter-styles/format-counter.ts';
import type { ContentItem, GeneratedValues } from '../properties/generated-values.ts';
import type { PageReference } from '../styled-tree.ts';
import type { Counters } from './counters.ts';
import { quoteMark } from './quotes.ts';
import type { Target } from './targets.ts';
import { firstLetter, pageCounter, readableText, targetOf } from './targets.ts';

/** What generated text depends on besides its element. */
export interface ContentState {
  readonly counters: Counters;
  readonly styles: CounterStyles;
  readonly reporter: Reporter;
  /** Open quotations around this point. */
  quoteDepth: number;
  /** The elements with an `id`, as this walk comes to them. */
  readonly found: Map<string, Target>;
  /** What an earlier walk found; undefined in the first, which may come to a reference before its target. */
  readonly targets: ReadonlyMap<string, Target> | undefined;
  /** True once a `target-…()` was met, so that a second walk is due. */
  asked: boolean;
  /** True once the number of a page was met. */
  paged: boolean;
  /** True once an element gave its page a number. */
  restarted: boolean;
  /** Some element's lines run up or down the page. */
  vertical: boolean;
}

/** The element that content is generated for. */
export interface ContentSubject {
  readonly element: MarkupElement;
  readonly quotes: GeneratedValues['quotes'];
  readonly language: string;
  /** Where the content is written, or the element's own place. */
  readonly span: Span;
  /** The texts of the element's own generated boxes, for `content(before)` and `content(marker)`. */
  readonly before: string;
  readonly marker: string;
}

/** A piece of generated content: text, or the number of a page, which only layout knows. */
export type ContentPart = string | PageReference;

/** A content list as text (css-content-3 §2), pieces of text put together. Opens and closes quotations as it goes. */
export function contentParts(
  items: readonly ContentItem[],
  subject: ContentSubject,
  state: ContentState,
): readonly ContentPart[] {
  const parts: ContentPart[] = [];
  for (const item of items) {
    const part = itemPart(item, subject, state);
    const last = parts.at(-1);
    if (typeof part !== 'string' || typeof last !== 'string') parts.push(part);
    else parts[parts.length - 1] = last + part;
  }
  if (parts.some((part) => typeof part !== 'string')) state.paged = true;
  return parts.filter((part) => part !== '');
}

function itemPart(item: ContentItem, subject: ContentSubject, state: ContentState): ContentPart {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'attribute': {
      const { attributes } = subject.element;
      return Object.hasOwn(attributes, item.name) ? attributes[item.name]! : item.fallback;
    }
    case 'counter':
    case 'counters':
      return counterPart(item, subject, state);
    case 'target-counter':
    case 'target-text':
      return targetPart(item, subject, state);
    case 'quote':
      return quoteText(item, subject, state);
    case 'content':
      return ownText(item.part, subject);
    case 'string':
      return '';
  }
}

/** Writes a counter's values; tells, once a rule, of a counter style that there is not. */
function written(
  values: readonly number[],
  item: { readonly counterStyle: string; readonly separator?: string },
  span: Span,
  state: ContentState,
): string {
  checkCounterStyle(item.counterStyle, span, state);
  const texts = values.map((value) => formatCounter(value, item.counterStyle, state.styles));
  return texts.join(item.separator ?? '');
}

/** Reports a counter style that no rule makes. */
export function checkCounterStyle(
  name: string,
  span: Span,
  { styles, reporter }: Pick<ContentState, 'styles' | 'reporter'>,
): void {
  if (!isUnknownStyle(name, styles)) return;
  const message = `there is no counter style ${name}; decimal serves`;
  reporter.report('css-unsupported', message, span, didYouMean(name, styles.names()));
}

function counterPart(
  item: Extract<ContentItem, { kind: 'counter' | 'counters' }>,
  subject: ContentSubject,
  state: ContentState,
): ContentPart {
  const page = pageCounter(item.name);
  if (page) return { target: undefined, counter: page, counterStyle: item.counterStyle };
  const values =
    item.kind === 'counters' ? state.counters.values(item.name) : [state.counters.value(item.name)];
  return written(values, item, subject.span, state);
}

function targetPart(
  item: Extract<ContentItem, { kind: 'target-counter' | 'target-text' }>,
  subject: ContentSubject,
  state: ContentState,
): ContentPart {
  state.asked = true;
  const found = state.targets && targetOf(item.target, subject.element, state.targets, state.reporter);
  if (!found) return '';
  const { id, target } = found;
  if (item.kind === 'target-text') return targetText(item.part, target);
  const page = pageCounter(item.name);
  if (page) return { target: id, counter: page, counterStyle: item.counterStyle };
  const values = target.counters.get(item.name) ?? [0];
  return written(item.separator === undefined ? values.slice(-1) : values, item, subject.span, state);
}

function targetText(
  part: Extract<ContentItem, { kind: 'target-text' }>['part'],
  { element, before, after }: Target,
): string {
  if (part === 'before') return before;
  if (part === 'after') return after;
  return part === 'first-letter' ? firstLetter(readableText(element)) : readableText(element);
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

function ownText(part: Extract<ContentItem, { kind: 'content' }>['part'], subject: ContentSubject): string {
  if (part === 'before') return subject.before;
  if (part === 'marker') return subject.marker;
  const text = readableText(subject.element);
  return part === 'first-letter' ? firstLetter(text) : text;
}
