import { didYouMean } from '../../diagnostics/suggest.ts';
import { readStretch, readVariationSettings } from '../properties/font-instance.ts';
import type { FontFaceRule } from '../rules.ts';
import type { SheetAtRule, SheetDeclaration } from '../syntax/parse-sheet.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, peek, readerOf, takeIdent, takeKeyword, takeString } from '../syntax/reader.ts';
import { takePercentage } from '../values/length.ts';
import type { SheetContext } from './sheet-context.ts';
import { spanAt } from './sheet-context.ts';

type Ranges = readonly (readonly [number, number])[];
type Draft = { -readonly [K in keyof FontFaceRule]?: FontFaceRule[K] };
type ReadDescriptor = (node: SheetDeclaration, context: SheetContext) => Draft | undefined;

/** `font-display` is for screens that wait; the others choose and fit the face. */
const DESCRIPTORS: Readonly<Record<string, ReadDescriptor>> = {
  'font-family': (node) => {
    const family = readFamily(readerOf(node.components));
    return family === undefined ? undefined : { family };
  },
  src: readSource,
  'font-weight': (node) => {
    const weight = readWeight(readerOf(node.components));
    return weight && { weight };
  },
  'font-style': (node) => {
    const word = takeKeyword(readerOf(node.components), ['normal', 'italic', 'oblique']);
    return word && { style: word === 'normal' ? 'normal' : 'italic' };
  },
  'unicode-range': (node, context) => {
    const text = context.source.text.slice(node.valuePlace.start, node.valuePlace.end);
    const unicodeRange = parseUnicodeRange(text);
    return unicodeRange && { unicodeRange };
  },
  'size-adjust': (node) => {
    const percent = takePercentage(readerOf(node.components), { negative: false });
    return percent === undefined ? undefined : { sizeAdjust: percent / 100 };
  },
  'font-stretch': (node) => {
    const stretch = readRange(readerOf(node.components));
    return stretch && { stretch };
  },
  'ascent-override': readOverride('ascentOverride'),
  'descent-override': readOverride('descentOverride'),
  'line-gap-override': readOverride('lineGapOverride'),
  'font-variation-settings': (node) => {
    const variationSettings = readVariationSettings(readerOf(node.components));
    return variationSettings && { variationSettings };
  },
  'font-display': () => ({}),
};

/** The names that may stand in `@font-face`. */
export const FONT_FACE_DESCRIPTORS: readonly string[] = Object.keys(DESCRIPTORS);

/** Reads one `@font-face`; undefined when it lacks its family or its file. */
export function readFontFace(rule: SheetAtRule, context: SheetContext): FontFaceRule | undefined {
  const draft: Draft = {};
  for (const node of rule.children ?? []) {
    if (node.type === 'declaration') Object.assign(draft, readDescriptor(node, context));
  }
  const { family, url, span } = draft;
  if (family === undefined || url === undefined || !span) {
    const missing = family === undefined ? 'font-family' : 'src with a url()';
    context.reporter.report('css-syntax', `@font-face lacks ${missing}`, spanAt(context, rule.place));
    return undefined;
  }
  return {
    family,
    weight: draft.weight ?? { min: 400, max: 400 },
    style: draft.style ?? 'normal',
    url,
    unicodeRange: draft.unicodeRange,
    sizeAdjust: draft.sizeAdjust ?? 1,
    stretch: draft.stretch ?? { min: 100, max: 100 },
    ascentOverride: draft.ascentOverride,
    descentOverride: draft.descentOverride,
    lineGapOverride: draft.lineGapOverride,
    variationSettings: draft.variationSettings ?? {},
    span,
  };
}

function readDescriptor(node: SheetDeclaration, context: SheetContext): Draft | undefined {
  const name = node.property.toLowerCase();
  const read = Object.hasOwn(DESCRIPTORS, name) ? DESCRIPTORS[name] : undefined;
  if (!read) {
    const message = `the descriptor ${name} of @font-face is not supported`;
    const hint = didYouMean(name, Object.keys(DESCRIPTORS));
    context.reporter.report('css-unsupported', message, spanAt(context, node.place), hint);
    return undefined;
  }
  const found = read(node, context);
  if (!found) {
    const message = `this value of ${name} in @font-face is not understood`;
    context.reporter.report('css-unsupported', message, spanAt(context, node.valuePlace));
  }
  return found;
}

function readFamily(reader: Reader): string | undefined {
  const text = takeString(reader);
  if (text !== undefined) return atEnd(reader) ? text : undefined;
  const words: string[] = [];
  for (let word = takeIdent(reader); word !== undefined; word = takeIdent(reader)) words.push(word);
  return words.length > 0 && atEnd(reader) ? words.join(' ') : undefined;
}

/** The first `url()`: `local()` would make the result depend on the machine. */
function readSource(node: SheetDeclaration, context: SheetContext): Draft | undefined {
  const url = node.components.find((component) => component.type === 'url');
  if (url?.type !== 'url' || url.value === '') return undefined;
  return { url: url.value, span: spanAt(context, url) };
}

function readWeight(reader: Reader): FontFaceRule['weight'] | undefined {
  const min = takeWeight(reader);
  const max = atEnd(reader) ? min : takeWeight(reader);
  if (min === undefined || max === undefined || !atEnd(reader)) return undefined;
  return { min: Math.min(min, max), max: Math.max(min, max) };
}

function takeWeight(reader: Reader): number | undefined {
  const word = takeKeyword(reader, ['normal', 'bold']);
  if (word) return word === 'bold' ? 700 : 400;
  const next = peek(reader);
  if (next?.type !== 'number' || next.value < 1 || next.value > 1000) return undefined;
  reader.index++;
  return next.value;
}

/** One width or two, in percent. */
function readRange(reader: Reader): FontFaceRule['stretch'] | undefined {
  const min = readStretch(reader);
  const max = atEnd(reader) ? min : readStretch(reader);
  if (min === undefined || max === undefined || !atEnd(reader)) return undefined;
  return { min: Math.min(min, max), max: Math.max(min, max) };
}

/** `normal` or a percentage of the em. */
function readOverride(key: 'ascentOverride' | 'descentOverride' | 'lineGapOverride'): ReadDescriptor {
  return ({ components }) => {
    const reader = readerOf(components);
    if (takeKeyword(reader, ['normal'])) return {};
    const percent = takePercentage(reader, { negative: false });
    return percent === undefined || !atEnd(reader) ? undefined : { [key]: percent / 100 };
  };
}

/** Code point ranges in ascending order, overlaps joined; undefined when ill-formed (css-syntax-3 §7). */
export function parseUnicodeRange(text: string): Ranges | undefined {
  const ranges: [number, number][] = [];
  for (const part of text.replace(/\/\*.*?\*\//gs, '').split(',')) {
    const range = parseRange(part.trim());
    if (!range) return undefined;
    ranges.push(range);
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last && range[0] <= last[1] + 1) last[1] = Math.max(last[1], range[1]);
    else joined.push([...range]);
  }
  return joined;
}

function parseRange(text: string): [number, number] | undefined {
  const match = /^u\+(?:([0-9a-f]{0,5}\?{1,6})|([0-9a-f]{1,6})(?:-([0-9a-f]{1,6}))?)$/i.exec(text);
  if (!match) return undefined;
  const [, wild, first = '', last = first] = match;
  const start = Number.parseInt(wild?.replaceAll('?', '0') ?? first, 16);
  const end = Number.parseInt(wild?.replaceAll('?', 'f') ?? last, 16);
  return start <= end && end <= 0x10ffff && (wild?.length ?? 0) <= 6 ? [start, end] : undefined;
}
