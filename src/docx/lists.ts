import { formatCounter } from '../style/counter-styles/format-counter.ts';
import type { StyledElement } from '../style/styled-tree.ts';
import { cleanText } from './clean-text.ts';
import { type Collector, textOf } from './collector.ts';
import { runDifference, runProperties } from './computed-properties.ts';
import type { ListItem } from './model.ts';
import { bulletLevel, levelText, numberFormat } from './numbering-format.ts';
import type { Scope } from './scope.ts';
import type { ListLevel, RunProperties } from './style-properties.ts';
import { roughWidth } from './text-width.ts';

/** One `ol` or `ul` while its items are walked. */
export interface ListState {
  /** Of the numbering instance; a new one where numbers jump. */
  id: number;
  /** Number of the item that comes next. */
  next: number;
  readonly ordered: boolean;
  /** 0 for an outermost list. */
  readonly depth: number;
  /** Name of the styles of its items without the level's number: `List Bullet`. */
  readonly family: string;
}

/** An item's marker, as numbering or, where Word cannot count it, as text. */
export interface ItemMarker {
  readonly level: ListLevel | undefined;
  readonly literal: string;
  /** About how wide it is. Pt. */
  readonly width: number;
  /** What it adds to the height of its line in Word, where CSS lets a marker overlap. Pt. */
  readonly height: number;
  /** Instance and number; undefined for bullets and literal markers. */
  readonly item: ListItem | undefined;
}

/** Starts a list. */
export function newList(element: StyledElement, scope: Scope, collector: Collector): ListState {
  const ordered = element.tag === 'ol';
  const start = Number.parseInt(element.attributes.start ?? '', 10);
  const clauses = (element.attributes.class ?? '').split(/\s+/).includes('clauses');
  const named = element.style.docxStyle === 'auto' ? undefined : element.style.docxStyle;
  return {
    id: collector.nextList++,
    next: Number.isNaN(start) ? 1 : start,
    ordered,
    depth: scope.listDepth,
    family: named ?? (clauses ? 'Clause' : ordered ? 'List Number' : 'List Bullet'),
  };
}

/** The name of the style of an item's paragraph: `List Bullet`, `List Bullet 2`; clauses count from 1. */
export function itemRole(element: StyledElement, list: ListState): string {
  if (element.style.docxStyle !== 'auto') return element.style.docxStyle;
  const base = list.family.replace(/ \d+$/, '');
  if (base === 'Clause') return `Clause ${list.depth + 1}`;
  return list.depth === 0 ? base : `${base} ${list.depth + 1}`;
}

/** Takes the next number of the list for an item, and works out its marker. */
export function itemMarker(
  element: StyledElement,
  list: ListState,
  run: RunProperties,
  ground: string | undefined,
  collector: Collector,
): ItemMarker {
  const ordinal = takeOrdinal(element, list, collector);
  const marker = element.marker;
  const text = marker ? cleanText(textOf(marker)) : '';
  if (!marker || text.trim() === '')
    return { level: undefined, literal: '', width: 0, height: 0, item: undefined };
  const width = roughWidth(text, marker.style.fontSize);
  const height = Math.max(0, marker.style.fontSize * 1.17 - textHeight(element));
  const level = Math.min(8, list.depth);
  const look = runDifference(runProperties(marker.style, ground, collector.fonts), run);
  if (!list.ordered) {
    return { level: bulletLevel(text, level, look), literal: '', width, height, item: undefined };
  }
  const type = element.style.listStyleType;
  const format = numberFormat(collector.counterStyles.numbersOf(type));
  const number = formatCounter(ordinal, type, collector.counterStyles);
  const pattern = levelText(text, number, level);
  if (format === undefined || pattern === undefined) {
    return { level: undefined, literal: text.trimEnd(), width, height, item: undefined };
  }
  return {
    level: { level, format, text: pattern, marker: look },
    literal: '',
    width,
    height,
    item: { list: list.id, ordinal, number },
  };
}

function takeOrdinal(element: StyledElement, list: ListState, collector: Collector): number {
  const value = Number.parseInt(element.attributes.value ?? '', 10);
  if (!Number.isNaN(value) && value !== list.next) {
    list.next = value;
    list.id = collector.nextList++;
  }
  return list.next++;
}

function textHeight({ style }: StyledElement): number {
  const { lineHeight, fontSize } = style;
  if (lineHeight.kind === 'length') return lineHeight.pt;
  return fontSize * (lineHeight.kind === 'number' ? lineHeight.value : 1.2);
}
