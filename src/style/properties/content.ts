import type { Component, FunctionComponent } from '../syntax/component.ts';
import type { Reader } from '../syntax/reader.ts';
import {
  atEnd,
  peek,
  readerOf,
  takeDelim,
  takeFunction,
  takeIdent,
  takeKeyword,
  takeString,
} from '../syntax/reader.ts';
import { argumentsOf } from '../values/calc.ts';
import { takeCounterStyle } from './counter-style-name.ts';
import type { ContentItem, TargetAddress } from './generated-values.ts';

/** Takes what may follow each other in `content`; undefined when there is nothing, or something unknown. */
export function takeContentList(reader: Reader): readonly ContentItem[] | undefined {
  const items: ContentItem[] = [];
  while (!atEnd(reader) && !isDelim(peek(reader)!)) {
    const item = takeContentItem(reader);
    if (!item) return undefined;
    items.push(item);
  }
  // `/ "alternative text"` is for media that speak: it is read and left out.
  if (takeDelim(reader, '/') && takeString(reader) === undefined) return undefined;
  return items.length === 0 ? undefined : items;
}

function isDelim(component: Component): boolean {
  return component.type === 'delim';
}

/** The functions that may stand in `content`; `content()` and `string()` each in its place. */
export const CONTENT_FUNCTIONS: readonly string[] = [
  'attr',
  'counter',
  'counters',
  'target-counter',
  'target-counters',
  'target-text',
  'string',
  'content',
];

const QUOTES = {
  'open-quote': { kind: 'quote', open: true, visible: true },
  'close-quote': { kind: 'quote', open: false, visible: true },
  'no-open-quote': { kind: 'quote', open: true, visible: false },
  'no-close-quote': { kind: 'quote', open: false, visible: false },
} as const;

function takeContentItem(reader: Reader): ContentItem | undefined {
  const next = peek(reader)!;
  if (next.type === 'string') {
    reader.index++;
    return { kind: 'text', text: next.value };
  }
  if (next.type === 'function') {
    const item = functionItem(next);
    if (item) reader.index++;
    return item;
  }
  const quote = takeKeyword(reader, Object.keys(QUOTES) as (keyof typeof QUOTES)[]);
  return quote && QUOTES[quote];
}

function functionItem(component: FunctionComponent): ContentItem | undefined {
  const args = argumentsOf(component).map(readerOf);
  switch (component.name) {
    case 'attr':
      return attribute(args);
    case 'counter':
      return counter(args);
    case 'counters':
      return counters(args);
    case 'target-counter':
    case 'target-counters':
      return targetCounter(component.name, args);
    case 'target-text':
      return targetText(args);
    case 'string':
      return named(args);
    case 'content':
      return contentPart(args[0]!);
    default:
      return undefined;
  }
}

function attribute(args: readonly Reader[]): ContentItem | undefined {
  const name = takeIdent(args[0]!)?.toLowerCase();
  const fallback = args[1] ? takeString(args[1]) : '';
  if (name === undefined || fallback === undefined || args.length > 2) return undefined;
  return args.every(atEnd) ? { kind: 'attribute', name, fallback } : undefined;
}

function counter(args: readonly Reader[]): ContentItem | undefined {
  const name = takeIdent(args[0]!);
  const counterStyle = optionalStyle(args[1]);
  if (name === undefined || counterStyle === undefined || args.length > 2) return undefined;
  return args.every(atEnd) ? { kind: 'counter', name, counterStyle } : undefined;
}

function counters(args: readonly Reader[]): ContentItem | undefined {
  const name = takeIdent(args[0]!);
  const separator = args[1] && takeString(args[1]);
  const counterStyle = optionalStyle(args[2]);
  if (name === undefined || separator === undefined || counterStyle === undefined) return undefined;
  return args.every(atEnd) && args.length < 4
    ? { kind: 'counters', name, separator, counterStyle }
    : undefined;
}

function optionalStyle(reader: Reader | undefined): string | undefined {
  return reader ? takeCounterStyle(reader) : 'decimal';
}

function targetCounter(
  kind: 'target-counter' | 'target-counters',
  args: readonly Reader[],
): ContentItem | undefined {
  const [address, counterName, ...rest] = args;
  const target = takeTarget(address!);
  const name = counterName && takeIdent(counterName);
  const separator = kind === 'target-counters' ? rest[0] && takeString(rest.shift()!) : undefined;
  const counterStyle = optionalStyle(rest[0]);
  if (!target || name === undefined || counterStyle === undefined || rest.length > 1) return undefined;
  if (kind === 'target-counters' && separator === undefined) return undefined;
  return args.every(atEnd) ? { kind: 'target-counter', target, name, separator, counterStyle } : undefined;
}

function targetText(args: readonly Reader[]): ContentItem | undefined {
  const target = takeTarget(args[0]!);
  const part = args[1] ? takeKeyword(args[1], ['content', 'before', 'after', 'first-letter']) : 'content';
  return target && part && args.length < 3 && args.every(atEnd)
    ? { kind: 'target-text', target, part }
    : undefined;
}

/** `attr(href)`, with or without its type, `url()`, or a string. */
function takeTarget(reader: Reader): TargetAddress | undefined {
  const next = peek(reader);
  if (next?.type === 'string' || next?.type === 'url') {
    reader.index++;
    return { kind: 'url', url: next.value };
  }
  const attr = takeFunction(reader, ['attr']);
  const inner = attr && readerOf(attr.children);
  const name = inner && takeIdent(inner)?.toLowerCase();
  if (inner && !atEnd(inner)) takeKeyword(inner, ['url', 'string']);
  return inner && name !== undefined && atEnd(inner) ? { kind: 'attribute', name } : undefined;
}

const PLACES = ['first', 'start', 'last', 'first-except'] as const;

function named(args: readonly Reader[]): ContentItem | undefined {
  const name = takeIdent(args[0]!);
  const which = args[1] ? takeKeyword(args[1], PLACES) : 'first';
  return name !== undefined && which && args.length < 3 && args.every(atEnd)
    ? { kind: 'string', name, which }
    : undefined;
}

function contentPart(reader: Reader): ContentItem | undefined {
  const part = atEnd(reader) ? 'text' : takeKeyword(reader, ['text', 'before', 'first-letter', 'marker']);
  return part && atEnd(reader) ? { kind: 'content', part } : undefined;
}
